// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.importing;

import java.util.List;
import java.util.Map;

/**
 * How far an import is and what it found.
 *
 * @param state {@code reading}, {@code storing}, {@code done} or {@code failed}
 * @param rows of the file, as far as they were read
 * @param done rows that were looked at for storing
 * @param stored new requests
 * @param known rows that were stored before
 * @param refused rows that say no service or no moment
 * @param services that were added to the catalogue
 * @param findings what is odd, with how often
 * @param duplicates rows that repeat an earlier one's service near its place and time
 * @param duplicatesByService the services with most of them
 * @param failure why it failed, or empty
 */
public record ImportProgress(
        String state,
        int rows,
        int done,
        int stored,
        int known,
        int refused,
        int services,
        List<Finding> findings,
        int duplicates,
        Map<String, Integer> duplicatesByService,
        String failure) {

    /** Something odd, how often, and where first. */
    public record Finding(String what, int count, List<String> examples) {}

    public boolean working() {
        return state.equals("reading") || state.equals("storing");
    }
}
