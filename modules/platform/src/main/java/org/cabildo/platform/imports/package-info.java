// SPDX-License-Identifier: Apache-2.0
/**
 * Tables that people send in: a file is uploaded, its columns are mapped to fields, all rows are checked in the
 * background, and what is good is loaded at once. A module takes part with an {@link
 * org.cabildo.platform.imports.ImportKind} bean and a controller that extends {@code imports.web.ImportDesk}.
 */
@NullMarked
package org.cabildo.platform.imports;

import org.jspecify.annotations.NullMarked;
