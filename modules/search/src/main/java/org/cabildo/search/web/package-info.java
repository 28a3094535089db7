// SPDX-License-Identifier: Apache-2.0
/** The search page, suggestions while typing, and the same for machines. */
@NullMarked
package org.cabildo.search.web;

import org.jspecify.annotations.NullMarked;
