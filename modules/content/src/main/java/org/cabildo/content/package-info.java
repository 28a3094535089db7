// SPDX-License-Identifier: Apache-2.0
/** Home page, pages and news that staff write in Markdown, legal pages, contact, feeds and site maps. */
@NullMarked
@ApplicationModule(displayName = "Content", allowedDependencies = "platform")
package org.cabildo.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
