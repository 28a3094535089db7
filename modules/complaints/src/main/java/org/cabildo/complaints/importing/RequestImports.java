// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.importing;

import java.nio.file.Path;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;

/**
 * Takes over requests that another system kept. A row that was taken over before is known again and changes nothing, so
 * an import that broke off is simply done again.
 */
public interface RequestImports {

    /**
     * Begins in the background; false while another import of the tenant is under way here.
     *
     * @param file CSV or CSV packed by gzip, on the machine that runs the monolith
     * @param check whether the file is only read and nothing stored
     */
    boolean begin(TenantId tenant, Path file, RequestRecipe recipe, boolean check, Actor actor);

    /** How far the tenant's last import in this process is. */
    Optional<ImportProgress> progress(TenantId tenant);
}
