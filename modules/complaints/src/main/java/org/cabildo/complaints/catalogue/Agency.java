// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.Map;

/**
 * An office that solves requests, or an outside body, such as a water utility, that the municipality refers them to.
 *
 * @param name by language
 * @param outside whether it is not the municipality's own: referring to it stops no clock, and it stays visible
 * @param email where referrals to an outside body and digests go; may be empty
 */
public record Agency(String code, Map<String, String> name, boolean outside, String email) {

    public Agency {
        code = Absent.text(code);
        name = Absent.texts(name);
        email = Absent.text(email);
    }
}
