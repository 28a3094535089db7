// SPDX-License-Identifier: Apache-2.0
/** Persons, memberships and their tables. */
@NullMarked
package org.cabildo.identity.internal;

import org.jspecify.annotations.NullMarked;
