// SPDX-License-Identifier: Apache-2.0
/** Where people work: municipalities on what they let networks show, networks on what they compare. */
@NullMarked
package org.cabildo.networks.desk;

import org.jspecify.annotations.NullMarked;
