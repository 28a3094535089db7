// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.util.Collection;
import java.util.Optional;

/**
 * The directory of sites, answered from memory. Changes made on any replica are seen within two seconds, the replica
 * that made them sees them at once.
 */
public interface Sites {

    /** Finds the site that a host name shows. The host is lower case, without port and trailing dot. */
    Optional<Site> byHost(String host);

    Optional<Site> byTenant(TenantId tenant);

    Optional<Site> bySlug(String slug);

    /** Every tenant's site, whatever its status, ordered by slug; without the console. */
    Collection<Site> all();

    /** The absolute address of a path on the site's canonical host, for instance {@code https://lapaz.example/noticias}. */
    String url(Site site, String path);

    /** Raises the tenant's published version, so that no page cached before is served again on any replica. */
    void touch(TenantId tenant);
}
