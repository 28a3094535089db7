// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page to be filled in: the first line is its title, the second its summary, the rest Markdown. {@code {name}} stands
 * for a value; a line that begins with {@code {?name}} is kept only where there is one, with {@code {!name}} only where
 * there is none.
 */
record StarterText(String titleLine, String summaryLine, String bodyLines) {

    private static final Pattern CONDITION = Pattern.compile("\\{([?!])([a-zA-Z]+)}(.*)");
    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_\\[\\]<>|#])");

    /** Values by name, as plain text. */
    record Values(Map<String, String> words) {

        String get(String name) {
            String value = words.get(name);
            if (value == null) {
                throw new IllegalArgumentException("No value is called " + name);
            }
            return value;
        }
    }

    static StarterText of(String file) {
        String[] parts = file.strip().split("\n", 3);
        return new StarterText(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    String title(Values values) {
        return filled(titleLine, values, false);
    }

    String summary(Values values) {
        return filled(summaryLine, values, false);
    }

    String body(Values values) {
        return bodyLines
                .lines()
                .filter(line -> kept(line, values))
                .map(line -> filled(CONDITION.matcher(line).replaceFirst("$3"), values, true))
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n");
    }

    private static boolean kept(String line, Values values) {
        Matcher condition = CONDITION.matcher(line);
        return !condition.matches()
                || values.get(condition.group(2)).isEmpty()
                        == condition.group(1).equals("!");
    }

    private static String filled(String line, Values values, boolean markdown) {
        return VALUE.matcher(line).replaceAll(match -> {
            String value = values.get(match.group(1));
            return Matcher.quoteReplacement(markdown ? MARKUP.matcher(value).replaceAll("\\\\$1") : value);
        });
    }
}
