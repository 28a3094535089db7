// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.math.BigDecimal;
import java.util.List;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Measure;

/** What checked files say: exactly this is to be in the edition. */
public record Plan(Edition edition, List<Entity> entities, List<Measure> measures, List<Value> values) {

    /** A figure as published. */
    public record Value(String measure, String entity, BigDecimal value, String period, String note) {}
}
