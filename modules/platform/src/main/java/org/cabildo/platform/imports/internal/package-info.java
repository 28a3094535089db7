// SPDX-License-Identifier: Apache-2.0
/** How imports are kept and worked on. */
@NullMarked
package org.cabildo.platform.imports.internal;

import org.jspecify.annotations.NullMarked;
