// SPDX-License-Identifier: Apache-2.0
/** What modules offer to search: documents, where they come from, and the event that one changed. */
@NullMarked
package org.cabildo.platform.search;

import org.jspecify.annotations.NullMarked;
