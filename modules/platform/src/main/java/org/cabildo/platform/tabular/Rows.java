// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, handed over one by one so that none need be held. */
@FunctionalInterface
public interface Rows {

    /** Gives every row to the sink, in order. */
    void writeTo(Sink sink) throws IOException;

    /** Takes rows. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes one row.
         *
         * @param cells one value per column of the table, null where it is missing
         */
        void row(@Nullable Object... cells) throws IOException;
    }
}
