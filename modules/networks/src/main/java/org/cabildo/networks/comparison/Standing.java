// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.math.BigDecimal;

/**
 * Where an entity stands among all under one measure.
 *
 * @param rank counted from 1, equal values share one; the best first, or the highest where none is better
 * @param of how many entities have a value
 */
public record Standing(String measure, String entity, BigDecimal value, String period, int rank, int of) {}
