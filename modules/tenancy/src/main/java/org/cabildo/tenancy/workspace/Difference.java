// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cabildo.platform.Audit;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A field of a change in words.
 *
 * @param before empty when there was nothing
 * @param after empty when there is nothing now
 */
public record Difference(String label, String before, String after) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONG = 300;
    private static final int CONTEXT = 60;

    /** The fields that an entry changed, in the order in which they were written. */
    public static List<Difference> of(View view, Audit.Entry entry) {
        Map<String, JsonNode> before = flat(entry.before());
        Map<String, JsonNode> after = flat(entry.after());
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        if (entry.action().equals("tenancy.manifest-applied")) {
            return after.values().stream()
                    .map(line -> file(view, line.asString("")))
                    .toList();
        }
        String module = entry.action().split("\\.")[0];
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            String old = value(view, module, field, before.get(field));
            String now = value(view, module, field, after.get(field));
            if (!old.equals(now)) {
                differences.add(new Difference(label(view, module, field), around(old, now), around(now, old)));
            }
        }
        return differences;
    }

    /** The parts of a tenant's settings that an entry changed. */
    static Set<String> parts(View view, Audit.Entry entry) {
        Set<String> fields = new LinkedHashSet<>(flat(entry.before()).keySet());
        fields.addAll(flat(entry.after()).keySet());
        Set<String> parts = new LinkedHashSet<>();
        if (entry.action().equals("tenancy.profile-changed")) {
            for (String field : fields) {
                String key = "audit.part.tenancy." + field.split("\\.")[0];
                if (view.hasMsg(key)) {
                    parts.add(view.msg(key));
                }
            }
        }
        return parts;
    }

    /** The first of these values that an entry has. */
    static String first(Audit.Entry entry, String... fields) {
        Map<String, JsonNode> values = flat(entry.after());
        flat(entry.before()).forEach(values::putIfAbsent);
        for (String field : fields) {
            if (values.containsKey(field)) {
                return values.get(field).asString("");
            }
        }
        return "";
    }

    /** A line such as "changed tenant.yaml". */
    private static Difference file(View view, String line) {
        int space = line.indexOf(' ');
        String key = "audit.file." + line.substring(0, Math.max(0, space));
        return new Difference(line.substring(space + 1), "", view.hasMsg(key) ? view.msg(key) : line);
    }

    private static Map<String, JsonNode> flat(@Nullable String json) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        if (json == null) {
            return values;
        }
        try {
            flatten("", JSON.readTree(json), values);
        } catch (JacksonException exception) {
            values.put("", JSON.valueToTree(json));
        }
        return values;
    }

    private static void flatten(String path, JsonNode node, Map<String, JsonNode> values) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(join(path, entry.getKey()), entry.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(join(path, String.valueOf(i)), node.get(i), values);
            }
        } else {
            values.put(path, node);
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Words for a path: {@code audit.field.<module>.<path>} without positions and languages, which are said apart. */
    static String label(View view, String module, String path) {
        if (module.equals("tenancy") && path.startsWith("modules.")) {
            String name = "module." + path.substring("modules.".length()) + ".name";
            return view.hasMsg(name) ? view.msg(name) : path;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder position = new StringBuilder();
        String language = "";
        String[] steps = path.isEmpty() ? new String[0] : path.split("\\.");
        for (int i = 0; i < steps.length; i++) {
            if (steps[i].matches("\\d+")) {
                position.append(position.isEmpty() ? "" : ".").append(Integer.parseInt(steps[i]) + 1);
            } else if (i == steps.length - 1 && i > 0 && language(steps[i])) {
                language = Locale.of(steps[i]).getDisplayLanguage(view.locale());
            } else {
                words.append(words.isEmpty() ? "" : ".").append(steps[i]);
            }
        }
        String label = known(view, module, words.toString());
        return label + (position.isEmpty() ? "" : " " + position) + (language.isEmpty() ? "" : " (" + language + ")");
    }

    private static String known(View view, String module, String words) {
        for (String key : List.of("audit.field." + module + "." + words, "audit.field." + words)) {
            if (view.hasMsg(key)) {
                return view.msg(key);
            }
        }
        return words.isEmpty() ? view.msg("audit.field.item") : words;
    }

    private static boolean language(String step) {
        return step.length() <= 3 && Set.of(Locale.getISOLanguages()).contains(step);
    }

    private static String value(View view, String module, String path, @Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (node.isBoolean()) {
            String kind = path.startsWith("modules.") ? "audit.switch." : "audit.value.";
            return view.msg(kind + node.asBoolean());
        }
        String text = node.asString("");
        String key = "audit.value." + module + "." + path.replaceAll("\\.\\d+", "") + "." + text;
        return !text.isEmpty() && view.hasMsg(key) ? view.msg(key) : moment(view, text);
    }

    /** Instants and days as people write them. */
    private static String moment(View view, String text) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
                return view.dateTime(Instant.parse(text));
            }
            return text.matches("\\d{4}-\\d\\d-\\d\\d") ? view.date(LocalDate.parse(text)) : text;
        } catch (DateTimeException exception) {
            return text;
        }
    }

    /** A long text without what it has in common with the other at its start and end, but for some words. */
    private static String around(String text, String other) {
        if (text.length() <= LONG || other.isEmpty()) {
            return text.length() <= 2 * LONG ? text : text.substring(0, 2 * LONG) + "…";
        }
        int most = Math.min(text.length(), other.length());
        int start = 0;
        while (start < most && text.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int from = Math.max(0, start - CONTEXT);
        int to = Math.min(text.length(), text.length() - end + CONTEXT);
        String part = text.substring(from, Math.min(to, from + 2 * LONG));
        return (from > 0 ? "…" : "") + part + (from + part.length() < text.length() ? "…" : "");
    }
}
