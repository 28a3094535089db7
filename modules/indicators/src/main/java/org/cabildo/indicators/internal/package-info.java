// SPDX-License-Identifier: Apache-2.0
/** Use cases and tables. */
@NullMarked
package org.cabildo.indicators.internal;

import org.jspecify.annotations.NullMarked;
