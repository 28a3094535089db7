// SPDX-License-Identifier: Apache-2.0
/** What readers and machines see, and where staff work. */
@NullMarked
package org.cabildo.indicators.web;

import org.jspecify.annotations.NullMarked;
