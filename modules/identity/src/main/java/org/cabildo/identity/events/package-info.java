// SPDX-License-Identifier: Apache-2.0
/** What others may learn of people and their roles. Events carry ids, no personal data. */
@NullMarked
@NamedInterface("events")
package org.cabildo.identity.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
