// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.Map;

/** Why a request was closed without a solution; a state that has reasons needs one. */
public record Reason(String code, String status, Map<String, String> name) {

    public Reason {
        code = Absent.text(code);
        status = Absent.text(status);
        name = Absent.texts(name);
    }
}
