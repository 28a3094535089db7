// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.IncomingFile;
import org.jspecify.annotations.Nullable;

/**
 * Imports of tables. The order is: {@link #upload}, {@link #map} as often as needed, {@link #check}, and {@link #load}
 * once the background has checked all rows. Every method states its tenant itself, so that the console may call it too,
 * and must not be called inside of a transaction.
 */
public interface Imports {

    /** The kind with a key; an installation without its module has none. */
    Optional<ImportKind<?>> kind(String key);

    /**
     * Takes in a file and guesses what its columns are.
     *
     * @throws org.cabildo.platform.files.FileRefused when the file is not let in
     * @throws ImportRefused when it is not a table
     */
    ImportJob upload(TenantId tenant, String kind, IncomingFile file, Actor actor);

    Optional<ImportJob> find(TenantId tenant, String kind, UUID id);

    /** Imports of a kind, newest first, older than the given one. */
    List<ImportJob> list(TenantId tenant, String kind, @Nullable UUID olderThan, int atMost);

    /** Says how the table is to be read; after a check, the check is undone. False when it is too late. */
    boolean map(TenantId tenant, UUID id, ImportMapping mapping);

    /** Lets the background check all rows. False unless it waits for that and all needed columns are mapped. */
    boolean check(TenantId tenant, UUID id);

    /**
     * Lets the background load what was checked.
     *
     * @param skipBad false: all or nothing, so that an import with bad rows is refused
     * @return false when it was not checked, has nothing to load, or has bad rows that may not be skipped
     */
    boolean load(TenantId tenant, UUID id, boolean skipBad, Actor actor);

    /** Ends an import that is not over; nothing of it is loaded. False when it is too late. */
    boolean cancel(TenantId tenant, UUID id, Actor actor);

    /** Problems of a file in the order of its rows, after the first ones. */
    List<ImportProblem> problems(TenantId tenant, UUID id, int after, int atMost);

    /** Does what the background does every second, on the caller's thread: works until nothing waits. */
    void work();
}
