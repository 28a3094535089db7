// SPDX-License-Identifier: Apache-2.0
/** The store of offered documents, the index in OpenSearch, and what keeps the two the same. */
@NullMarked
package org.cabildo.search.internal;

import org.jspecify.annotations.NullMarked;
