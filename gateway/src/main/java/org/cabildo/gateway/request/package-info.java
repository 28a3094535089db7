// SPDX-License-Identifier: Apache-2.0
/** Who asks for what: what the gateway knows about a request, whatever the client claims. */
@NullMarked
package org.cabildo.gateway.request;

import org.jspecify.annotations.NullMarked;
