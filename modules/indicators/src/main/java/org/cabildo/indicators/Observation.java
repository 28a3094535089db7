// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One value of a series with its provenance.
 *
 * @param value exact, as published; null unless the state is {@code VALUE}
 * @param version counted from 1; a correction is a new version
 * @param source who published this value where it is not the indicator's own source, or empty
 * @param sourceUrl where, or empty
 * @param note what a reader must know of this value, or empty
 * @param author who recorded it
 * @param recordedAt when
 * @param origin name of the file that brought it, or empty when a person wrote it
 */
public record Observation(
        Series series,
        Period period,
        State state,
        @Nullable BigDecimal value,
        int version,
        String source,
        String sourceUrl,
        String note,
        String author,
        Instant recordedAt,
        String origin) {

    /** Missing is not zero; not applicable is not missing. */
    public enum State {
        VALUE("value"),
        MISSING("missing"),
        NOT_APPLICABLE("not-applicable");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** @throws IllegalArgumentException for any other word */
        public static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Not a state of an observation: " + code));
        }
    }

    /** A value that is about to be recorded. */
    public record Recorded(
            Series series,
            Period period,
            State state,
            @Nullable BigDecimal value,
            String source,
            String sourceUrl,
            String note) {

        public Recorded {
            if ((state == State.VALUE) != (value != null)) {
                throw new IllegalArgumentException("An observation has a value if its state says so");
            }
        }
    }
}
