// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.time.Instant;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.SiteTheme;
import org.cabildo.platform.TenantId;

/**
 * Links that show a draft to people without an account. A link is signed with the tenant's own key, so that it opens
 * nothing at another tenant, and expires; a new key ends all links given out before.
 */
public interface ThemePreviews {

    /** A link to the draft as it is at any time until the link expires; the same during a day. */
    Optional<Link> link(TenantId tenant);

    /** The draft that a token opens, or empty where it is forged, expired, another tenant's or about a draft that is gone. */
    Optional<Opened> open(TenantId tenant, String token);

    /** Ends all links of the tenant. */
    void revoke(TenantId tenant, Actor actor);

    /**
     * A link.
     *
     * @param path path of the tenant's portal
     */
    record Link(String path, Instant expires) {}

    /** A draft to show: its look, marked with the variant {@code draft}, and until when. */
    record Opened(SiteTheme theme, Instant expires) {}
}
