// SPDX-License-Identifier: Apache-2.0
/** Where staff work on requests and decide how that works. */
@NullMarked
package org.cabildo.complaints.desk;

import org.jspecify.annotations.NullMarked;
