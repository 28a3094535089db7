// SPDX-License-Identifier: Apache-2.0
/** Territories of a municipality: districts and neighbourhoods, their boundaries, and which of them a point lies in. */
@NullMarked
@ApplicationModule(displayName = "Geography", allowedDependencies = "platform")
package org.cabildo.geography;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
