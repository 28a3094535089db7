// SPDX-License-Identifier: Apache-2.0
/** Load and scale measurements on what the launcher starts, as ratios to bare SQL in the same run. */
@NullMarked
package org.cabildo.benchmarks;

import org.jspecify.annotations.NullMarked;
