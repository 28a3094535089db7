// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments as W3C's note on dates and times writes them, always with an offset (GeoReport v2, "Date/Time"). */
final class Moments {

    private static final Pattern FORM = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?" + "(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern UNESCAPED = Pattern.compile("(.*T[0-9:.,]+) ([0-9]{2}:[0-9]{2})");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private Moments() {}

    /**
     * Reads a moment with any offset, with or without parts of a second. A plus sign that a client forgot to escape
     * arrives as a space.
     */
    static Optional<Instant> read(String text) {
        var unescaped = UNESCAPED.matcher(text);
        String whole = unescaped.matches() ? unescaped.group(1) + "+" + unescaped.group(2) : text;
        if (!FORM.matcher(whole).matches() || whole.startsWith("0000")) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(whole.replace(',', '.')).toInstant());
        } catch (DateTimeException exception) {
            return Optional.empty();
        }
    }

    /** Writes a moment with the offset of a zone, to the second; empty for none. */
    static String write(@Nullable Instant moment, ZoneId zone) {
        return moment == null
                ? ""
                : WRITTEN.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
