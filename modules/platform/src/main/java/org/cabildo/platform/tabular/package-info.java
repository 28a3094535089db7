// SPDX-License-Identifier: Apache-2.0
/** Tables going out (CSV, XLSX, JSON) and coming in (CSV, XLSX), row by row in constant memory. */
@NullMarked
package org.cabildo.platform.tabular;

import org.jspecify.annotations.NullMarked;
