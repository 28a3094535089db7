// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.platform.chart.MapFigure;

/**
 * Servers besides the site's own whose pictures a page may show. A handler that shows a map on pictures of streets names
 * their server; the content security policy of that answer lets it in, and no other answer's does.
 */
public final class ImageOrigins {

    private static final String ATTRIBUTE = ImageOrigins.class.getName();
    private static final String FORM = "https://[a-z0-9.-]+(:[0-9]{2,5})?";

    private ImageOrigins() {}

    /**
     * Lets the answer of a request show pictures of a server.
     *
     * @throws IllegalArgumentException unless it is scheme https, host and maybe port
     */
    public static void allow(HttpServletRequest request, String origin) {
        if (!origin.matches(FORM)) {
            throw new IllegalArgumentException("Not an origin: " + origin);
        }
        Set<String> allowed = new TreeSet<>(of(request));
        allowed.add(origin);
        request.setAttribute(ATTRIBUTE, Set.copyOf(allowed));
    }

    /** Lets the answer of a request show the pictures of streets below a map; answers with the map. */
    public static MapFigure allow(HttpServletRequest request, MapFigure map) {
        String origin = map.tiles().origin();
        if (!origin.isEmpty()) {
            allow(request, origin);
        }
        return map;
    }

    /** The servers that a request's answer may show pictures of. */
    @SuppressWarnings("unchecked")
    public static Set<String> of(HttpServletRequest request) {
        Set<String> allowed = (Set<String>) request.getAttribute(ATTRIBUTE);
        return allowed == null ? Set.of() : allowed;
    }
}
