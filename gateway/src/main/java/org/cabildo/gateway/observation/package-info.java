// SPDX-License-Identifier: Apache-2.0
/** Access log and metrics, without personal data. */
@NullMarked
package org.cabildo.gateway.observation;

import org.jspecify.annotations.NullMarked;
