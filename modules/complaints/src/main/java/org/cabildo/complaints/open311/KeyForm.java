// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cabildo.platform.web.View;

/** A key as somebody typed it. */
public record KeyForm(String name, boolean reports, boolean updates, String perDay) {

    private static final int LONGEST = 120;

    static KeyForm blank() {
        return new KeyForm("", true, false, "1000");
    }

    static KeyForm of(HttpServletRequest request) {
        return new KeyForm(
                line(request, "name"),
                request.getParameter("reports") != null,
                request.getParameter("updates") != null,
                line(request, "perDay"));
    }

    private static String line(HttpServletRequest request, String field) {
        String typed = request.getParameter(field);
        return typed == null ? "" : typed.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    Map<String, String> errors(View view) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isEmpty() || name.length() > LONGEST) {
            errors.put("name", view.msg("complaints.keys.error.name"));
        }
        if (!reports && !updates) {
            errors.put("reports", view.msg("complaints.keys.error.use"));
        }
        if (calls() < 1 || calls() > ApiKeys.MOST_PER_DAY) {
            errors.put("perDay", view.msg("complaints.keys.error.perDay", ApiKeys.MOST_PER_DAY));
        }
        return errors;
    }

    int calls() {
        return perDay.matches("[0-9]{1,8}") ? Integer.parseInt(perDay) : 0;
    }
}
