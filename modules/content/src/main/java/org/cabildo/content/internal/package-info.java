// SPDX-License-Identifier: Apache-2.0
/** How articles are stored, brought in and written out. */
@NullMarked
package org.cabildo.content.internal;

import org.jspecify.annotations.NullMarked;
