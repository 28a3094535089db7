// SPDX-License-Identifier: Apache-2.0
/** Where staff keep indicators and their values. */
@NullMarked
package org.cabildo.indicators.desk;

import org.jspecify.annotations.NullMarked;
