// SPDX-License-Identifier: Apache-2.0
/** What operators do with networks on the console's host. */
@NullMarked
package org.cabildo.networks.console;

import org.jspecify.annotations.NullMarked;
