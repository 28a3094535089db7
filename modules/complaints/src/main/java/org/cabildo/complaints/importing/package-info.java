// SPDX-License-Identifier: Apache-2.0
/** Requests that another system kept, taken over once or again and again without doubling. */
@NullMarked
package org.cabildo.complaints.importing;

import org.jspecify.annotations.NullMarked;
