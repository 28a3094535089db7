// SPDX-License-Identifier: Apache-2.0
/** The theme's editor in the staff workspace, its checks and its previews. */
@NullMarked
package org.cabildo.tenancy.theme.web;

import org.jspecify.annotations.NullMarked;
