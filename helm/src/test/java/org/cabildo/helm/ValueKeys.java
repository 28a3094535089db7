// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Dotted keys of the chart's default values. */
final class ValueKeys {

    private ValueKeys() {}

    /** Keys that hold a scalar, a list or a free map; resources count as one key. */
    static SortedSet<String> leaves() {
        SortedSet<String> keys = new TreeSet<>();
        collect("", Chart.yaml(Chart.DIRECTORY.resolve("values.yaml")), keys, false);
        return keys;
    }

    /** The leaves and every key above them. */
    static Set<String> all() {
        SortedSet<String> keys = new TreeSet<>();
        collect("", Chart.yaml(Chart.DIRECTORY.resolve("values.yaml")), keys, true);
        return keys;
    }

    private static void collect(String path, Map<?, ?> values, Set<String> keys, boolean inner) {
        values.forEach((name, value) -> {
            String key = path.isEmpty() ? name.toString() : path + "." + name;
            boolean deeper = value instanceof Map<?, ?> map && !map.isEmpty() && !key.endsWith(".resources");
            if (inner || !deeper) {
                keys.add(key);
            }
            if (deeper) {
                collect(key, (Map<?, ?>) value, keys, inner);
            }
        });
    }
}
