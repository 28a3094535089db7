// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a document leaves out. */
final class Absent {

    private Absent() {}

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static Map<String, String> texts(@Nullable Map<String, String> texts) {
        return texts == null ? Map.of() : new TreeMap<>(texts);
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
