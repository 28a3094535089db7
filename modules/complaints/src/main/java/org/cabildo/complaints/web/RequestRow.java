// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import java.time.Instant;
import org.cabildo.platform.web.Tone;
import org.jspecify.annotations.Nullable;

/** A request in a list. */
public record RequestRow(
        String title,
        String href,
        String text,
        String place,
        String reference,
        Instant at,
        @Nullable String image,
        String status,
        Tone tone,
        boolean late,
        int followers) {}
