// SPDX-License-Identifier: Apache-2.0
/** How portals look: design tokens, pictures, drafts, previews, published versions. */
@NullMarked
@NamedInterface("theme")
package org.cabildo.tenancy.theme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
