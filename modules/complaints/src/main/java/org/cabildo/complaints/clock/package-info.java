// SPDX-License-Identifier: Apache-2.0
/** Time as offices count it, and the clocks of a service level. */
@NullMarked
package org.cabildo.complaints.clock;

import org.jspecify.annotations.NullMarked;
