// SPDX-License-Identifier: Apache-2.0
/** Which host names exist and what is behind them, polled from the monolith. */
@NullMarked
package org.cabildo.gateway.directory;

import org.jspecify.annotations.NullMarked;
