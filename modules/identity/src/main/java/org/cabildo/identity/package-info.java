// SPDX-License-Identifier: Apache-2.0
/** Sign-in, sessions and what people may do in each tenant. */
@NullMarked
@ApplicationModule(displayName = "Identity")
package org.cabildo.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
