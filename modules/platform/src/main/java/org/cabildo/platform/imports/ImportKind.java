// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.util.List;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Action;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * A kind of table that a module takes in; a bean. Rows are checked one by one and wait in a table of the module until
 * all are loaded by one transaction. All methods are called as the tenant.
 *
 * <p>Words: {@code imports.<key>} names what is imported, {@code imports.<key>.<field>} each field, {@code
 * imports.<key>.count.<name>} each count of the outcome (with the number as {0}).
 *
 * @param <R> a row that passed its check
 */
public interface ImportKind<R> {

    /** Unique in the installation, for instance {@code observations}. */
    String key();

    /** The module that it belongs to; its imports rest while the module is off. */
    String module();

    List<ImportField> fields();

    /** Begins to check the rows of a table: reads what they are compared with. Called in a transaction. */
    Check<R> check(TenantId tenant);

    /**
     * Keeps checked rows until they are loaded. Called in a short transaction for some hundred rows at a time; after an
     * interruption it goes on with rows that were not kept yet.
     *
     * @return what only shows when rows are put beside each other, above all duplicates; such rows are not kept
     */
    List<ImportProblem> stage(TenantId tenant, UUID job, List<Staged<R>> rows);

    /**
     * Loads what was kept, set by set, in one transaction that nothing else shares: a failure leaves nothing behind. No
     * statement may take longer than the database allows (30 s); say how far it is between statements.
     *
     * @throws ImportRefused when nothing shall be loaded, with the reason
     */
    Outcome commit(Load load);

    /** Forgets what was kept. */
    void discard(TenantId tenant, UUID job);

    /** Where to look at what was loaded. */
    default List<Action> links(View view, Outcome outcome) {
        return List.of();
    }

    /** Looks at the rows of one table, one after the other. */
    @FunctionalInterface
    interface Check<R> {

        /** The row as it is to be kept, or null after adding a problem to it. */
        @Nullable
        R row(ImportRow row);
    }

    /** A row that passed its check, with its number. */
    record Staged<R>(long number, R row) {}
}
