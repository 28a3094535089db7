// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.platform.web.View;

/** What is wrong with a catalogue, in the words of the page. The check itself speaks to those who write manifests. */
final class Problems {

    private static final Map<Pattern, String> KNOWN = new LinkedHashMap<>();

    static {
        know("name is missing", "name");
        know("label is missing", "name");
        know("a code has letters.*", "code");
        know("is there twice", "twice");
        know("\\w+ (\\S+) is unknown", "unknown");
        know("\\w+ is missing", "missing");
        know("a clock cannot be negative", "negative");
        know("warn is a percentage.*", "warn");
        know("each step of the escalation.*", "steps");
        know("a step of the escalation.*", "step");
        know("radius is from.*", "radius");
        know("reopen is from.*", "reopen");
        know("a list needs choices", "choices");
        know("only a list has choices", "noChoices");
        know("depends on (\\S*), which.*", "order");
        know("question (\\S*) is not one.*", "question");
        know("exactly one state is (\\S+)", "once");
        know("at least one state is SOLVED", "solved");
        know("leads nowhere", "nowhere");
        know("names nobody.*", "nobody");
        know("an open state needs a way on", "stuck");
        know("requests still name it", "used");
        know("(.*) is not a span.*", "span");
        know("(.*) ends before it begins", "span");
        know("(.*) begins before the span.*", "span");
    }

    private Problems() {}

    private static void know(String pattern, String key) {
        KNOWN.put(Pattern.compile(pattern), key);
    }

    /** A problem as {@code place: text} of the check; what is not known stays as it is. */
    static String words(View view, String problem) {
        int colon = problem.indexOf(": ");
        String place = colon < 0 ? "" : problem.substring(0, colon);
        String text = colon < 0 ? problem : problem.substring(colon + 2);
        for (Map.Entry<Pattern, String> known : KNOWN.entrySet()) {
            Matcher matcher = known.getKey().matcher(text);
            if (matcher.matches()) {
                String what = matcher.groupCount() > 0 ? matcher.group(1) : "";
                if (known.getValue().equals("once")) {
                    what = view.msg("complaints.settings.role." + what);
                }
                return place.replaceFirst("^[a-z]+ ?", "") + ": "
                        + view.msg("complaints.settings.problem." + known.getValue(), what);
            }
        }
        return problem;
    }
}
