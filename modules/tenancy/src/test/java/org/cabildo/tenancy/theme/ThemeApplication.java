// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Platform and tenancy, with a clock that tests move. */
@SpringBootApplication(scanBasePackages = {"org.cabildo.platform", "org.cabildo.tenancy"})
class ThemeApplication {

    @Bean
    @Primary
    Later movableClock() {
        return new Later();
    }

    /** A clock that starts at a morning and goes on when told. */
    static final class Later extends Clock {

        private volatile Instant now = Instant.parse("2026-11-21T14:00:00Z");

        void after(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
