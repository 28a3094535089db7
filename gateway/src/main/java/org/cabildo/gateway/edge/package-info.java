// SPDX-License-Identifier: Apache-2.0
/** What is decided about a request before anything is asked of the servers behind. */
@NullMarked
package org.cabildo.gateway.edge;

import org.jspecify.annotations.NullMarked;
