// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.nio.file.Path;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;

/** Import of published figures into a network, by the recipe in its manifest. Called as the network. */
public interface FigureImports {

    /** The network's recipe; empty when it has none and takes figures from its members only. */
    Optional<Recipe> recipe(TenantId network);

    /**
     * Reads and checks the files of a folder and says what storing them would change, without changing it.
     *
     * @throws IllegalStateException when the network has no recipe
     */
    ImportReport check(TenantId network, Path folder);

    /**
     * Checks the files and, when nothing is wrong with them, makes the edition equal to them in one transaction. Files
     * that were stored before change nothing; a value that is different is a new version.
     *
     * @throws IllegalStateException when the network has no recipe
     */
    ImportReport store(TenantId network, Path folder, Actor actor);
}
