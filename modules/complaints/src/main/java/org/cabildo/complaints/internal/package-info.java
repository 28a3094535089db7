// SPDX-License-Identifier: Apache-2.0
/** Service requests as rows, and the rules by which they change. */
@NullMarked
package org.cabildo.complaints.internal;

import org.jspecify.annotations.NullMarked;
