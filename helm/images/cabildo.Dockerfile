# syntax=docker/dockerfile:1
# The monolith, from the jar that the build made. Context: the repository's root (see README.md here).
ARG BASE=docker.io/library/eclipse-temurin:25-jre
ARG DATABASE=docker.io/library/postgres:18

# Libraries change rarely, the application often: one layer for each.
FROM ${BASE} AS extract
ARG VERSION=0.1.0-SNAPSHOT
WORKDIR /build
COPY modules/app/target/cabildo-app-${VERSION}.jar cabildo.jar
RUN ["java", "-Djarmode=tools", "-jar", "cabildo.jar", "extract", "--layers", "--destination", "layers"]

FROM ${BASE} AS runtime
RUN install -d -o 10001 -g 10001 /var/lib/cabildo /var/lib/cabildo/files /var/lib/cabildo/mail
WORKDIR /opt/cabildo
COPY --from=extract /build/layers/dependencies/ ./
COPY --from=extract /build/layers/spring-boot-loader/ ./
COPY --from=extract /build/layers/snapshot-dependencies/ ./
COPY --from=extract /build/layers/application/ ./

# The application starts once against a throw-away database and records what it loads. The JVM refuses a cache whose
# Java or jars differ in path, size or time, so both are copied, which keeps them.
FROM ${DATABASE} AS train
COPY --from=runtime /opt/java/openjdk /opt/java/openjdk
COPY --from=runtime /opt/cabildo /opt/cabildo
COPY modules/platform/src/main/resources/db/bootstrap/bootstrap.sql helm/images/train.sh /training/
RUN ["sh", "/training/train.sh"]

FROM runtime
COPY --from=train /opt/cabildo/cabildo.aot ./
# Fails when the cache would not be used.
RUN ["java", "-XX:AOTCache=/opt/cabildo/cabildo.aot", "-XX:AOTMode=on", "-cp", "/opt/cabildo/cabildo.jar", "-version"]
USER 10001:10001
EXPOSE 8081 8091
ENTRYPOINT ["java", "-XX:AOTCache=/opt/cabildo/cabildo.aot", "-jar", "/opt/cabildo/cabildo.jar"]
