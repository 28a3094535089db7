// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the installation is with failing listeners.
 *
 * @param attempts how often an event is offered to a listener before it is set aside
 * @param pause time before the second attempt; doubled before each further one
 * @param longest longest time between two attempts
 * @param keep how long events are kept that were taken
 */
@ConfigurationProperties("cabildo.events")
record EventProperties(
        @DefaultValue("8") int attempts,
        @DefaultValue("10s") Duration pause,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("7d") Duration keep) {}
