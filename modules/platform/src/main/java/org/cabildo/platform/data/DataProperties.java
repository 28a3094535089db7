// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tenants share the database.
 *
 * @param tenantShare how many connections one tenant may use at the same time; about half of the pool
 * @param tenantPatience how long its further work waits for one of them
 */
@ConfigurationProperties("cabildo.data")
record DataProperties(
        @DefaultValue("6") int tenantShare,
        @DefaultValue("2s") Duration tenantPatience) {}
