// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.IncomingFile;

/**
 * Imports that people begin in the console: files are taken in and checked in the background, somebody reads the report
 * and decides, the background stores. Called as the network and outside of any transaction.
 */
public interface ImportRuns {

    /**
     * Takes in the files of a folder, or a ZIP of them, and begins to check them.
     *
     * @throws org.cabildo.platform.files.FileRefused when a file is not let in
     */
    UUID begin(TenantId network, List<IncomingFile> files, Actor actor);

    /** A run; work on it that was interrupted is begun again. */
    Optional<ImportRun> find(TenantId network, UUID id);

    /** The newest runs, without their reports. */
    List<ImportRun> newest(TenantId network, int atMost);

    /** Lets the background store what was checked. False unless it was checked and has no problems. */
    boolean store(TenantId network, UUID id, Actor actor);

    /** Ends a run that was checked and not stored, and forgets its files. */
    boolean cancel(TenantId network, UUID id);
}
