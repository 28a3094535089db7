// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The cache of anonymous pages.
 *
 * @param enabled whether pages are kept at all
 * @param size memory for all pages of all tenants together
 * @param page largest page that is kept
 * @param fresh how long a page is answered without asking its handler, while its site does not change
 * @param stale how long an older page may stand in while the database is away
 */
@ConfigurationProperties("cabildo.cache")
record CacheProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("48MB") DataSize size,
        @DefaultValue("1MB") DataSize page,
        @DefaultValue("60s") Duration fresh,
        @DefaultValue("12h") Duration stale) {}
