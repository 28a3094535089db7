// SPDX-License-Identifier: Apache-2.0
/** What readers and machines see. */
@NullMarked
package org.cabildo.geography.web;

import org.jspecify.annotations.NullMarked;
