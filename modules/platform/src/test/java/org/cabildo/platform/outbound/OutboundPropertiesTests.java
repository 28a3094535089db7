// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OutboundPropertiesTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(OutboundConfiguration.class);

    @Test
    void allowsNothingPrivateByDefault() {
        runner.run(context -> {
            OutboundProperties properties = context.getBean(OutboundProperties.class);
            assertThat(properties.allow()).isEmpty();
            assertThat(properties.patience()).isEqualTo(Duration.ofSeconds(10));
            assertThat(context).hasSingleBean(OutboundHttp.class);
        });
    }

    @Test
    void mapsItsSettings() {
        runner.withPropertyValues("cabildo.outbound.allow=10.1.0.0/16,fd00::/8", "cabildo.outbound.patience=2s")
                .run(context -> assertThat(context.getBean(OutboundProperties.class))
                        .isEqualTo(new OutboundProperties(List.of("10.1.0.0/16", "fd00::/8"), Duration.ofSeconds(2))));
    }
}
