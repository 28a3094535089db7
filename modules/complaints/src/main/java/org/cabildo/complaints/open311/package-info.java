// SPDX-License-Identifier: Apache-2.0
/** Open311 GeoReport v2: the protocol by which other systems and apps report and follow. */
@NullMarked
package org.cabildo.complaints.open311;

import org.jspecify.annotations.NullMarked;
