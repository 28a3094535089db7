// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks;

import java.util.List;
import java.util.Optional;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;

/** Who belongs to a network. */
public interface Members {

    /** The members in the order in which the network lists them; closed tenants and unknown ones are left out. */
    List<Member> of(TenantId network);

    /** One member by slug. */
    Optional<Member> one(TenantId network, String slug);

    /** The networks that a municipality belongs to, by slug; closed ones are left out. */
    List<Site> networksOf(Site municipality);

    /** The emblem of a member's published theme. */
    Optional<Emblem> emblem(TenantId network, String slug);

    /** A small picture. */
    record Emblem(String mediaType, byte[] content) {}
}
