// SPDX-License-Identifier: Apache-2.0
/** What happens to events whose listeners fail: tried again, then set aside for operators. */
@NullMarked
package org.cabildo.platform.events;

import org.jspecify.annotations.NullMarked;
