// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Bodies of calls are forms (GeoReport v2, "Formats"). */
final class Body {

    private Body() {}

    /** Refuses bodies of other types; a call without a type has its parameters in the address. */
    static void required(HttpServletRequest request) {
        String type = request.getContentType() == null
                ? ""
                : request.getContentType()
                        .toLowerCase(Locale.ROOT)
                        .split(";")[0]
                        .strip();
        boolean form = type.isEmpty()
                || type.equals("application/x-www-form-urlencoded")
                || type.equals("multipart/form-data");
        if (!form) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
