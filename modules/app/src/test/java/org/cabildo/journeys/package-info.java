// SPDX-License-Identifier: Apache-2.0
/** What people do from one page to the next, over HTTP, with every sample tenant applied. */
@NullMarked
package org.cabildo.journeys;

import org.jspecify.annotations.NullMarked;
