// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.time.Instant;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;

/** What a kind knows while it loads an import. */
public interface Load {

    TenantId tenant();

    UUID job();

    /** Name of the file, for the provenance of what it brings. */
    String fileName();

    /** Who decided to load it. */
    Actor actor();

    /** The moment that everything loaded by it carries. */
    Instant at();

    /** Whether rows that turn out to be bad are left out; else one of them is a reason to refuse. */
    boolean skipBad();

    /** Says how many rows are loaded so far, to those who wait; ends the load if somebody has cancelled it. */
    void progress(long rows);
}
