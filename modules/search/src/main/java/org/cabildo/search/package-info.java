// SPDX-License-Identifier: Apache-2.0
/** One search over everything that modules offer: documents, index, facets and suggestions of each tenant. */
@NullMarked
@ApplicationModule(displayName = "Search", allowedDependencies = "platform")
package org.cabildo.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
