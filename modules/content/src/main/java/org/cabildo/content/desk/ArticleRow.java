// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import java.time.Instant;
import org.cabildo.platform.web.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An article in the list of a desk.
 *
 * @param href where it is edited
 * @param address its public path
 * @param published from when on it is public, or null
 * @param back where a form brings it back from the bin; empty outside of the bin
 */
public record ArticleRow(
        String title,
        String href,
        String address,
        String language,
        String state,
        Tone tone,
        @Nullable Instant published,
        @Nullable Instant changed,
        String who,
        String back) {}
