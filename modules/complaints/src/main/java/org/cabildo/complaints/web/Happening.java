// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import java.time.Instant;
import java.util.List;
import org.cabildo.platform.web.Tone;

/**
 * An entry of a request's timeline.
 *
 * @param href of another request that it is about, or empty
 * @param photos addresses of pictures that came with it
 */
public record Happening(
        String title, Instant at, String text, String who, Tone tone, String href, List<String> photos) {}
