// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cabildo.platform.tabular.TableSample;
import org.jspecify.annotations.Nullable;

/**
 * An import from the file to what became of it.
 *
 * @param kind key of its {@link ImportKind}
 * @param sample the first rows of the file
 * @param skipBad whether the good rows are loaded although others are bad
 * @param outcome what it did, once it is done
 * @param failure why nothing was loaded, if it failed
 * @param actorName who sent it
 */
public record ImportJob(
        UUID id,
        String kind,
        ImportState state,
        String fileName,
        long fileBytes,
        TableSample sample,
        ImportMapping mapping,
        boolean skipBad,
        Rows rows,
        @Nullable Outcome outcome,
        @Nullable Failure failure,
        String actorName,
        Instant created,
        Instant changed,
        @Nullable Instant finished) {

    /**
     * Numbers of rows.
     *
     * @param total of the file, or null while they are not counted
     * @param read checked so far
     * @param bad those with problems
     * @param written loaded so far
     * @param problems how many are kept for the report; a file that is all wrong has more
     */
    public record Rows(@Nullable Long total, long read, long bad, long written, int problems) {

        public long good() {
            return read - bad;
        }
    }

    /** Why nothing was loaded: a message with its arguments. */
    public record Failure(String message, List<String> arguments) {}
}
