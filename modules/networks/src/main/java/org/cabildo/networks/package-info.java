// SPDX-License-Identifier: Apache-2.0
/** Networks of municipalities: who belongs to them, and comparisons of what their members publish. */
@NullMarked
@ApplicationModule(
        displayName = "Networks",
        allowedDependencies = {"platform", "tenancy", "tenancy :: theme", "indicators"})
package org.cabildo.networks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
