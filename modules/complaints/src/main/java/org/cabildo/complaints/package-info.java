// SPDX-License-Identifier: Apache-2.0
/** Service requests: citizens report and follow, offices answer in time, machines speak Open311. */
@NullMarked
@ApplicationModule(
        displayName = "Complaints",
        allowedDependencies = {"platform", "geography", "notifications"})
package org.cabildo.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
