// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.util.Optional;

/** A module's figure for the home page; shown where the module is on. Called as the site's tenant. */
public interface TileSource {

    /** Key of the module, by which themes order tiles. */
    String module();

    /** The tile in the language of the view, or empty when there is nothing to show yet. */
    Optional<Tile> tile(View view);
}
