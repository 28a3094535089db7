// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.util.List;

/**
 * What an import found and did.
 *
 * @param edition slug of the edition that the figures are in
 * @param stored whether figures were written; never with problems, and not when only checking
 * @param problemCount all problems, of which the list may hold only the first
 */
public record ImportReport(
        String edition,
        boolean stored,
        List<FileReport> files,
        List<Finding> problems,
        int problemCount,
        List<Finding> warnings,
        int warningCount,
        Changes changes) {

    /**
     * How a file was read.
     *
     * @param encoding of a table, or empty
     * @param separator of a table, or empty
     * @param decimals {@code point}, {@code comma} or empty
     * @param things what the rows turned out to be: entities, boundaries, measures or figures
     * @param count how many of them
     * @param missing empty cells where a figure may stand
     */
    public record FileReport(
            String file,
            long rows,
            String encoding,
            String separator,
            String decimals,
            String things,
            int count,
            int missing) {}

    /** What is different in the store, or would be. */
    public record Changes(
            int entities, int measures, int figuresAdded, int figuresChanged, int figuresRemoved, int figuresSame) {

        static final Changes NONE = new Changes(0, 0, 0, 0, 0, 0);

        /** Whether the store is as the files say already. */
        public boolean none() {
            return entities + measures + figuresAdded + figuresChanged + figuresRemoved == 0;
        }
    }

    public boolean sound() {
        return problemCount == 0;
    }

    /** The same report after storing, or after trying to. */
    public ImportReport with(Changes done, boolean written) {
        return new ImportReport(edition, written, files, problems, problemCount, warnings, warningCount, done);
    }
}
