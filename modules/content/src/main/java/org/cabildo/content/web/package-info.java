// SPDX-License-Identifier: Apache-2.0
/** What readers see and where staff write. */
@NullMarked
package org.cabildo.content.web;

import org.jspecify.annotations.NullMarked;
