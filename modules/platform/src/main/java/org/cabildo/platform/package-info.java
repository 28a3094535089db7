// SPDX-License-Identifier: Apache-2.0
/** Tenant context, module descriptors and everything that all modules build pages, tables and files with. */
@NullMarked
@ApplicationModule(displayName = "Platform", type = ApplicationModule.Type.OPEN)
package org.cabildo.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
