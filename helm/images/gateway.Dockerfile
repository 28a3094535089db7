# syntax=docker/dockerfile:1
# The gateway, from the jar that the build made. Context: the repository's root (see README.md here).
ARG BASE=docker.io/library/eclipse-temurin:25-jre

FROM ${BASE} AS extract
ARG VERSION=0.1.0-SNAPSHOT
WORKDIR /build
COPY gateway/target/cabildo-gateway-${VERSION}.jar gateway.jar
RUN ["java", "-Djarmode=tools", "-jar", "gateway.jar", "extract", "--layers", "--destination", "layers"]

FROM ${BASE} AS runtime
RUN install -d -o 10001 -g 10001 /var/lib/cabildo /var/lib/cabildo/gateway
WORKDIR /opt/cabildo
COPY --from=extract /build/layers/dependencies/ ./
COPY --from=extract /build/layers/spring-boot-loader/ ./
COPY --from=extract /build/layers/snapshot-dependencies/ ./
COPY --from=extract /build/layers/application/ ./

# The gateway starts once, without a monolith behind it, and records what it loads.
FROM runtime AS train
ENV CABILDO_INTERNAL_TOKEN=training CABILDO_GATEWAY_STATE_DIR=/tmp/state
RUN ["java", "-XX:AOTCacheOutput=/opt/cabildo/gateway.aot", "-Dspring.context.exit=onRefresh", "-jar", "/opt/cabildo/gateway.jar"]

FROM runtime
COPY --from=train /opt/cabildo/gateway.aot ./
# Fails when the cache would not be used.
RUN ["java", "-XX:AOTCache=/opt/cabildo/gateway.aot", "-XX:AOTMode=on", "-cp", "/opt/cabildo/gateway.jar", "-version"]
USER 10001:10001
EXPOSE 8080 8090
ENTRYPOINT ["java", "-XX:AOTCache=/opt/cabildo/gateway.aot", "-jar", "/opt/cabildo/gateway.jar"]
