// SPDX-License-Identifier: Apache-2.0
/** The few pages and problem documents that the gateway writes itself. */
@NullMarked
package org.cabildo.gateway.notice;

import org.jspecify.annotations.NullMarked;
