// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import org.cabildo.networks.comparison.Edition;

/**
 * An edition on the list of those who make it.
 *
 * @param measures how many it compares
 * @param members how many members show at least one figure
 */
public record EditionCard(Edition edition, int measures, int members) {

    public String path() {
        return Desk.path(edition);
    }
}
