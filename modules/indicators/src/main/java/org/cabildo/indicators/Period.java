// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that an observation is about: a year, a span of years, a half-year, a quarter, a month or a day, written as
 * in SDMX 2.1 (section 4.2 of its technical notes) where that has a form: {@code 2017}, {@code 2014-2017},
 * {@code 2024-S1}, {@code 2024-Q3}, {@code 2024-07}, {@code 2024-07-31}. Text order is the order of time.
 */
public record Period(String text) implements Comparable<Period> {

    private static final Pattern FORM = Pattern.compile("(1[89]|20|21)[0-9]{2}"
            + "(-((1[89]|20|21)[0-9]{2}|S[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?");
    private static final Pattern SHORT_SPAN = Pattern.compile("((?:1[89]|20)[0-9]{2})[-/–]([0-9]{2})");
    private static final Pattern QUARTER = Pattern.compile("((?:1[89]|20)[0-9]{2})[- ]?[TQ]([1-4])");

    public Period {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a period: " + text);
        }
    }

    /** Reads what clerks write as well: {@code 2014-17} is a span when its end cannot be a month, {@code 2024T3} a quarter. */
    public static Optional<Period> parse(String written) {
        String text = written.strip().replace('–', '-').replace('/', '-').toUpperCase(java.util.Locale.ROOT);
        Matcher span = SHORT_SPAN.matcher(text);
        if (span.matches()
                && Integer.parseInt(span.group(2)) > 12
                && span.group(2).compareTo(span.group(1).substring(2)) > 0) {
            text = span.group(1) + "-" + span.group(1).substring(0, 2) + span.group(2);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            text = quarter.group(1) + "-Q" + quarter.group(2);
        }
        return FORM.matcher(text).matches() ? Optional.of(new Period(text)) : Optional.empty();
    }

    /** The last year that it touches. */
    public int year() {
        return Integer.parseInt(text.matches("[0-9]{4}-[0-9]{4}") ? text.substring(5) : text.substring(0, 4));
    }

    @Override
    public int compareTo(Period other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
