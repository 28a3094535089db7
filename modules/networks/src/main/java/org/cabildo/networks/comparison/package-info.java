// SPDX-License-Identifier: Apache-2.0
/** Comparison of municipalities: editions, measures, figures, ranks and composites. */
@NullMarked
package org.cabildo.networks.comparison;

import org.jspecify.annotations.NullMarked;
