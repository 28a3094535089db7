// SPDX-License-Identifier: Apache-2.0
/** What a tenant offers and how it works on it: services, questions, offices, calendars, service levels, states. */
@NullMarked
package org.cabildo.complaints.catalogue;

import org.jspecify.annotations.NullMarked;
