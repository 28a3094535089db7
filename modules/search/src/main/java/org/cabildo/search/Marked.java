// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text in parts, of which some are the words that were asked for. Plain text: whoever shows it escapes each part. */
public record Marked(List<Part> parts) {

    /** Stands before a word in what engines answer; texts that modules offer never have it. */
    public static final String START = "\uE000";

    /** Stands after a word. */
    public static final String END = "\uE001";

    private static final Pattern WORD = Pattern.compile(START + "([^" + START + END + "]*)" + END);

    /** A piece of the text. */
    public record Part(String text, boolean marked) {}

    /** Reads a text with {@link #START} and {@link #END} around words. */
    public static Marked of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int at = 0;
        while (word.find()) {
            add(parts, text.substring(at, word.start()), false);
            add(parts, word.group(1), true);
            at = word.end();
        }
        add(parts, text.substring(at), false);
        return new Marked(List.copyOf(parts));
    }

    private static void add(List<Part> parts, String text, boolean marked) {
        String plain = text.replace(START, "").replace(END, "");
        if (!plain.isEmpty()) {
            parts.add(new Part(plain, marked));
        }
    }

    public boolean any() {
        return parts.stream().anyMatch(Part::marked);
    }

    /** The words that are marked. */
    public Set<String> words() {
        return parts.stream().filter(Part::marked).map(Part::text).collect(Collectors.toSet());
    }

    /** The text without marks. */
    public String plain() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
