// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.SiteContext;

/** Where the protocol is spoken, and whose. */
final class Open311 {

    static final String ROOT = "/open311";

    /** The endpoint that counts. */
    static final String V2 = ROOT + "/v2";

    /** The endpoint that does everything but keep what is sent. */
    static final String TRIAL = ROOT + "/test/v2";

    static final String FORM = ".{format:xml|json}";

    private Open311() {}

    /**
     * The site of a call. The host name says which; a {@code jurisdiction_id} that is sent has to be one of its names.
     */
    static Site site(HttpServletRequest request, Parameters parameters) {
        Site site = SiteContext.of(request);
        String jurisdiction = parameters.text("jurisdiction_id");
        boolean own = jurisdiction.isEmpty()
                || jurisdiction.equalsIgnoreCase(site.slug())
                || jurisdiction.equals(site.territoryCode())
                || site.hosts().stream().anyMatch(jurisdiction::equalsIgnoreCase);
        if (!own) {
            throw Refusal.absent("complaints.open311.jurisdiction");
        }
        return site;
    }

    static boolean trial(HttpServletRequest request) {
        return request.getRequestURI().startsWith(TRIAL + "/");
    }
}
