// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

import org.cabildo.geography.Territory;

/** A territory in the desk's list. */
public record DeskRow(Territory territory, String kind, String parent, boolean drawn, boolean ended) {}
