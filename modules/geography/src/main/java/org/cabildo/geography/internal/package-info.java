// SPDX-License-Identifier: Apache-2.0
/** Tables, shapes, files and use cases. */
@NullMarked
package org.cabildo.geography.internal;

import org.jspecify.annotations.NullMarked;
