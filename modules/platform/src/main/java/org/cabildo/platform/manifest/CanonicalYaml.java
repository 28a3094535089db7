// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * YAML in the one form that manifests are exported in (tenants/README.md, "Canonical form"). Values are maps, lists,
 * texts, whole numbers and booleans.
 */
public final class CanonicalYaml {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}/][\\p{L}\\p{N}_ ./@()+,;'%&=?!–—«»¿¡:-]*");
    private static final Set<String> RESERVED = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private CanonicalYaml() {}

    /**
     * Reads a document of plain values; tags, aliases that explode and objects are refused.
     *
     * @throws ManifestRefused when it is not YAML or not a map
     */
    public static Map<String, Object> read(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        try {
            Object document = new Yaml(new SafeConstructor(options)).load(text);
            if (document instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked")
                Map<String, Object> keyed = (Map<String, Object>) map;
                return keyed;
            }
            throw new ManifestRefused(List.of(file + ": a map of keys and values is expected"));
        } catch (YAMLException exception) {
            throw new ManifestRefused(List.of(file + ": " + exception.getMessage()));
        }
    }

    /** Writes a document with a final newline. */
    public static String write(Map<String, ?> document) {
        StringBuilder out = new StringBuilder();
        map(document, "", out);
        return out.toString();
    }

    private static void map(Map<?, ?> map, String indent, StringBuilder out) {
        map.forEach((key, value) -> {
            out.append(indent).append(scalar(key)).append(':');
            value(value, indent, out);
        });
    }

    private static void value(Object value, String indent, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            out.append('\n');
            map(map, indent + "  ", out);
        } else if (value instanceof List<?> list) {
            out.append('\n');
            list.forEach(item -> item(item, indent + "  ", out));
        } else {
            out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static void item(Object item, String indent, StringBuilder out) {
        if (item instanceof Map<?, ?> map) {
            StringBuilder inner = new StringBuilder();
            map(map, indent + "  ", inner);
            out.append(indent).append("- ").append(inner.substring(indent.length() + 2));
        } else {
            out.append(indent).append("- ").append(scalar(item)).append('\n');
        }
    }

    private static String scalar(Object value) {
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        boolean plain = PLAIN.matcher(text).matches()
                && !text.contains(": ")
                && !text.endsWith(":")
                && !text.endsWith(" ")
                && !RESERVED.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
