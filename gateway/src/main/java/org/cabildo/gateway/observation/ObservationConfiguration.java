// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.catalina.core.StandardHost;
import org.cabildo.gateway.directory.SiteDirectory;
import org.cabildo.gateway.notice.ErrorReport;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hooks the access log into the public web server, and tells about the site directory. */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> publicServer(MeterRegistry meters) {
        return server -> {
            server.addEngineValves(new AccessRecords(meters));
            // Nobody is asked to go on sending what is going to be refused.
            server.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
            server.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(ErrorReport.class.getName()));
        };
    }

    @Bean
    MeterBinder directoryMeters(SiteDirectory directory) {
        return registry -> {
            Gauge.builder(
                            "cabildo.gateway.directory.sites",
                            () -> directory.sites().size())
                    .description("Sites in the directory")
                    .register(registry);
            Gauge.builder("cabildo.gateway.directory.age", () -> directory.age().toMillis() / 1000.0)
                    .description("Time since the monolith confirmed the directory")
                    .baseUnit("seconds")
                    .register(registry);
        };
    }

    /** Ready once any directory is known: without one every host would be unknown. */
    @Bean
    HealthIndicator directoryHealthIndicator(SiteDirectory directory) {
        return () -> (directory.isKnown() ? Health.up() : Health.outOfService())
                .withDetail("sites", directory.sites().size())
                .withDetail("ageSeconds", directory.age().toSeconds())
                .build();
    }
}
