// SPDX-License-Identifier: Apache-2.0
/** The edge: decides by host name where a request goes, and keeps what should not pass from passing. */
@NullMarked
package org.cabildo.gateway;

import org.jspecify.annotations.NullMarked;
