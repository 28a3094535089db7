// SPDX-License-Identifier: Apache-2.0
/** Whether anything of one tenant can be had by another, tried on every route. */
@NullMarked
package org.cabildo.leaks;

import org.jspecify.annotations.NullMarked;
