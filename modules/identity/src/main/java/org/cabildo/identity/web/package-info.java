// SPDX-License-Identifier: Apache-2.0
/** Pages of accounts and people. */
@NullMarked
package org.cabildo.identity.web;

import org.jspecify.annotations.NullMarked;
