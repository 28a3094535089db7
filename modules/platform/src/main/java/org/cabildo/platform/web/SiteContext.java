// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.cabildo.platform.Site;

/** The site of a request, as the filter found it from the host name. */
public final class SiteContext {

    private static final String ATTRIBUTE = SiteContext.class.getName();

    private SiteContext() {}

    /** The site of the request; every request that reaches a handler has one. */
    public static Site of(HttpServletRequest request) {
        Site site = (Site) request.getAttribute(ATTRIBUTE);
        if (site == null) {
            throw new IllegalStateException("No site was found for " + request.getServerName());
        }
        return site;
    }

    static boolean known(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /** Sets the site of the request; after the filter that finds it, only to show the same site with another look. */
    public static void bind(HttpServletRequest request, Site site) {
        request.setAttribute(ATTRIBUTE, site);
    }
}
