// SPDX-License-Identifier: Apache-2.0
/** Requests to addresses that people typed in: webhooks, logos, feeds. They never reach our own network. */
@NullMarked
package org.cabildo.platform.outbound;

import org.jspecify.annotations.NullMarked;
