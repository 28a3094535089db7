// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import java.util.List;
import org.cabildo.platform.Actor;
import org.cabildo.platform.manifest.Folder;

/** Tenants as folders of files. */
public interface Manifests {

    /**
     * Makes a tenant equal to its folder, in one transaction: makes the tenant where it does not exist. Returns what
     * changed as {@link Change}s; applying the same folder twice returns none the second time.
     *
     * @throws org.cabildo.platform.manifest.ManifestRefused when a file is not valid; nothing is stored then
     */
    List<Change> apply(Folder folder, Actor actor);

    /** The tenant in canonical form. */
    Folder export(String slug);

    /** What applying the folder would change, without changing it. */
    List<Change> diff(Folder folder);

    /**
     * A file that differs.
     *
     * @param kind {@code added}, {@code changed} or {@code removed} by applying
     * @param lines a unified diff for texts, empty for pictures
     */
    record Change(String tenant, String file, String kind, List<String> lines) {}
}
