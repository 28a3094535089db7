// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What somebody typed about a change of state.
 *
 * @param reason state and reason with a colon between them, as the list of reasons has them
 * @param isPublic whether everybody may read the note
 */
public record Typed(String status, String reason, String note, boolean isPublic) {

    static final Typed NOTHING = new Typed("", "", "", true);

    static Typed of(HttpServletRequest request) {
        return new Typed(
                line(request, "estado"),
                line(request, "motivo"),
                text(request, "nota"),
                request.getParameter("publica") != null);
    }

    /** The code of the reason when it belongs to the state. */
    String reasonCode() {
        return reason.startsWith(status + ":") ? reason.substring(status.length() + 1) : "";
    }

    static String line(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }
}
