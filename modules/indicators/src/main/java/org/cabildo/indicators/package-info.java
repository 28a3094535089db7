// SPDX-License-Identifier: Apache-2.0
/** Indicators of a tenant, their series and observations, each value with its provenance and its history. */
@NullMarked
@ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {"platform", "geography"})
package org.cabildo.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
