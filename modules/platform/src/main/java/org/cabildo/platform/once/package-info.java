// SPDX-License-Identifier: Apache-2.0
/** Forms that are sent twice and count once. */
@NullMarked
package org.cabildo.platform.once;

import org.jspecify.annotations.NullMarked;
