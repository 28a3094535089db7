// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.manifest;

import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;

/**
 * The part of a tenant's manifest that a module owns: some files of the folder. Called as the tenant, in a transaction
 * that spans all parts. Applying makes the stored state equal to the folder, so what the folder lacks is removed;
 * applying what was exported changes nothing; exporting what was applied gives the same bytes.
 */
public interface ManifestPart {

    /** Path prefixes of the files it owns, for instance {@code content/}. */
    java.util.List<String> owns();

    /**
     * Makes the stored state equal to the folder.
     *
     * @throws ManifestRefused when a file is not valid; nothing is stored then
     */
    void apply(TenantId tenant, Folder folder, Actor actor);

    /** Writes the stored state into the folder in canonical form. */
    void export(TenantId tenant, Folder folder);
}
