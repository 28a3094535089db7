// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/** How long a page may be kept, when its handler knows of a change that comes by itself. */
public final class Freshness {

    private static final String ATTRIBUTE = Freshness.class.getName();

    private Freshness() {}

    /** The page of this request changes at a moment, for instance when scheduled content appears. The earliest counts. */
    public static void until(HttpServletRequest request, Instant moment) {
        Instant earlier = of(request).filter(known -> known.isBefore(moment)).orElse(moment);
        request.setAttribute(ATTRIBUTE, earlier);
    }

    /** The earliest known change of the page. */
    public static Optional<Instant> of(HttpServletRequest request) {
        return Optional.ofNullable((Instant) request.getAttribute(ATTRIBUTE));
    }
}
