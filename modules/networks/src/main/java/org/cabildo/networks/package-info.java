// SPDX-License-Identifier: Apache-2.0
/** Networks of municipalities: who belongs to them. Comparisons of what members publish come here too. */
@NullMarked
@ApplicationModule(
        displayName = "Networks",
        allowedDependencies = {"platform", "tenancy", "tenancy :: theme"})
package org.cabildo.networks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
