#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs inside the build of cabildo.Dockerfile only: starts an empty PostgreSQL, lets the application start on it until
# its context is ready, and leaves /opt/cabildo/cabildo.aot. OpenSearch and Keycloak are not needed for a start.
set -eu

export PGDATA=/training/data PGHOST=127.0.0.1 PGPORT=15432 PGUSER=postgres
install -d -o postgres -g postgres "$PGDATA"
gosu postgres initdb --username=postgres --auth=trust --encoding=UTF8 --no-sync >/dev/null
gosu postgres pg_ctl --wait --silent --log=/training/data/log \
    --options="-c listen_addresses=127.0.0.1 -p $PGPORT -c unix_socket_directories= -c fsync=off" start
createdb cabildo
psql --quiet --set=ON_ERROR_STOP=1 --dbname=cabildo --file=/training/bootstrap.sql

# The server trusts every local connection; the words only fill the settings.
CABILDO_DB_URL="jdbc:postgresql://$PGHOST:$PGPORT/cabildo" \
    CABILDO_DB_PASSWORD=training CABILDO_DB_MIGRATE_PASSWORD=training \
    CABILDO_IDENTITY_CLIENT_SECRET=training CABILDO_IDENTITY_ADMIN_CLIENT_SECRET=training \
    CABILDO_INTERNAL_TOKEN=training CABILDO_FILES_DIR=/training/files CABILDO_MAIL_DIR=/training/mail \
    /opt/java/openjdk/bin/java -XX:AOTCacheOutput=/opt/cabildo/cabildo.aot -Dspring.context.exit=onRefresh \
    -jar /opt/cabildo/cabildo.jar

gosu postgres pg_ctl --silent --mode=immediate stop
