// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.outbound;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls to addresses that people typed in.
 *
 * @param allow ranges in CIDR notation that may be called although they are not public
 * @param patience time for one whole exchange
 */
@ConfigurationProperties("cabildo.outbound")
record OutboundProperties(
        @DefaultValue List<String> allow,
        @DefaultValue("10s") Duration patience) {}
