// SPDX-License-Identifier: Apache-2.0
/** Sample pages of every shape, to look at and to check. */
@NullMarked
package org.cabildo.platform.gallery;

import org.jspecify.annotations.NullMarked;
