// SPDX-License-Identifier: Apache-2.0
/** Tenants, domains, themes, module switches, manifests and the directory of sites. */
@NullMarked
@ApplicationModule(displayName = "Tenancy", allowedDependencies = "platform")
package org.cabildo.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
