// SPDX-License-Identifier: Apache-2.0
/** Transactions that enter a tenant, the predicate that names it, and the audit log. */
@NullMarked
package org.cabildo.platform.data;

import org.jspecify.annotations.NullMarked;
