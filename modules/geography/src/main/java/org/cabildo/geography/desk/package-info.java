// SPDX-License-Identifier: Apache-2.0
/** Where staff keep territories and bring boundaries in. */
@NullMarked
package org.cabildo.geography.desk;

import org.jspecify.annotations.NullMarked;
