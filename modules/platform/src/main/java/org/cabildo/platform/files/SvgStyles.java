// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the style sheets and {@code style} attributes that drawing programs write into presentation attributes, which
 * need no inline style. Understands lists of {@code .class}, {@code #id} and element selectors; the rest is dropped.
 */
final class SvgStyles {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern SELECTOR = Pattern.compile("[.#]?[A-Za-z_][\\w-]*");
    private static final int MOST_RULES = 2_000;

    private record Rule(String selector, Map<String, String> declarations) {}

    private final List<Rule> rules = new ArrayList<>();

    /** Collects the style sheets of a drawing. */
    static SvgStyles of(SvgElement root) {
        SvgStyles styles = new SvgStyles();
        root.walk(element -> {
            if (element.name.equals("style")) {
                styles.read(element.text());
            }
        });
        return styles;
    }

    /** The declarations that hold for an element: its attributes, then matching rules, then its own style. */
    Map<String, String> resolve(SvgElement element) {
        Map<String, String> result = new LinkedHashMap<>(element.attributes);
        String classes = " " + result.getOrDefault("class", "") + " ";
        String id = result.getOrDefault("id", "");
        for (char kind : new char[] {'e', '.', '#'}) {
            for (Rule rule : rules) {
                String selector = rule.selector;
                boolean matches = switch (selector.charAt(0)) {
                    case '.' -> kind == '.' && classes.contains(" " + selector.substring(1) + " ");
                    case '#' -> kind == '#' && id.equals(selector.substring(1));
                    default -> kind == 'e' && element.name.equals(selector);
                };
                if (matches) {
                    result.putAll(rule.declarations);
                }
            }
        }
        result.putAll(declarations(result.getOrDefault("style", "")));
        return result;
    }

    private void read(String sheet) {
        Matcher matcher = RULE.matcher(sheet.replaceAll("(?s)/\\*.*?(\\*/|$)", " "));
        while (matcher.find() && rules.size() < MOST_RULES) {
            Map<String, String> declarations = declarations(matcher.group(2));
            for (String selector : matcher.group(1).split(",")) {
                if (SELECTOR.matcher(selector.strip()).matches()) {
                    rules.add(new Rule(selector.strip(), declarations));
                }
            }
        }
    }

    private static Map<String, String> declarations(String text) {
        Map<String, String> declarations = new LinkedHashMap<>();
        for (String declaration : text.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String property = declaration.substring(0, colon).strip();
                if (SvgVocabulary.presentation(property)) {
                    String value = declaration.substring(colon + 1).replace("!important", "");
                    declarations.put(property, value.strip());
                }
            }
        }
        return declarations;
    }
}
