// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Short texts by language tag, in the order of tags: as a JSON object in a column, as a map in a manifest. */
public final class Texts {

    private static final TypeReference<TreeMap<String, String>> BY_LANGUAGE = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Texts() {}

    /** Reads what {@link #write} wrote. */
    public static Map<String, String> read(String document) {
        return JSON.readValue(document, BY_LANGUAGE);
    }

    /** The texts as a JSON object. */
    public static String write(Map<String, String> texts) {
        return JSON.writeValueAsString(new TreeMap<>(texts));
    }

    /** The texts that a manifest has under a key; anything but a map is none. */
    public static Map<String, String> of(@Nullable Object entry) {
        Map<String, String> texts = new TreeMap<>();
        if (entry instanceof Map<?, ?> byLanguage) {
            byLanguage.forEach((language, text) -> texts.put(language.toString(), String.valueOf(text)));
        }
        return texts;
    }
}
