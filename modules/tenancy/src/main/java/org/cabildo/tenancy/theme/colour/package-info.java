// SPDX-License-Identifier: Apache-2.0
/** Palettes: what is chosen and what follows from it, contrast and its repair, colours of a logo. */
@NullMarked
package org.cabildo.tenancy.theme.colour;

import org.jspecify.annotations.NullMarked;
