// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a timeline.
 *
 * @param title what happened or will happen
 * @param at when, or null when it is not known yet
 * @param text a sentence more; may be empty
 * @param who who did it; may be empty
 * @param tone its meaning; {@link Tone#NEUTRAL} for what is still to come
 */
public record Moment(String title, @Nullable Instant at, String text, String who, Tone tone) {}
