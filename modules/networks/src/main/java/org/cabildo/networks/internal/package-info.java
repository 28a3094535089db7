// SPDX-License-Identifier: Apache-2.0
/** Members as the registry knows them, and what they offer to search. */
@NullMarked
package org.cabildo.networks.internal;

import org.jspecify.annotations.NullMarked;
