// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of published figures from the files to what became of them.
 *
 * @param files names of the files that were sent
 * @param report what the check found and later what was stored; null while it is being checked
 * @param actorName who sent the files
 */
public record ImportRun(
        UUID id,
        State state,
        List<String> files,
        @Nullable ImportReport report,
        String actorName,
        Instant created,
        Instant changed) {

    /** How far it is. */
    public enum State {
        /** All files are being read and checked in the background. */
        CHECKING,
        /** The report is ready; somebody decides, unless there are problems. */
        CHECKED,
        /** Figures are being stored in the background. */
        STORING,
        DONE,
        /** Nothing was stored, for a reason that is not in the files. */
        FAILED,
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state with a code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public boolean working() {
            return this == CHECKING || this == STORING;
        }
    }
}
