// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.util.List;
import java.util.Map;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Measure;

/**
 * An edition on the list of comparisons.
 *
 * @param topics measures by the name of their topic
 * @param composed whether there is a composite of them
 * @param published code of the index of the whole that the source itself published, or empty
 */
public record ListedEdition(Edition edition, Map<String, List<Measure>> topics, boolean composed, String published) {}
