// SPDX-License-Identifier: Apache-2.0
/** Pages for anonymous readers, kept in memory until their site changes. */
@NullMarked
package org.cabildo.platform.cache;

import org.jspecify.annotations.NullMarked;
