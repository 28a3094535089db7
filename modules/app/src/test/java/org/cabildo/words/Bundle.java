// SPDX-License-Identifier: Apache-2.0
package org.cabildo.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The messages of one module in one language. */
record Bundle(String name, String language, Map<String, String> messages, List<String> repeated) {

    /** Every bundle of every module, by its path. */
    static List<Bundle> all() {
        List<Bundle> bundles = new ArrayList<>();
        Sources.below("resources/messages", ".properties").forEach((path, text) -> bundles.add(read(path, text)));
        return bundles;
    }

    private static Bundle read(String path, String text) {
        String file = path.substring(path.lastIndexOf('/') + 1, path.length() - ".properties".length());
        int end = file.lastIndexOf('_');
        Recording properties = new Recording();
        try {
            properties.load(new StringReader(text));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return new Bundle(
                end < 0 ? file : file.substring(0, end),
                end < 0 ? "" : file.substring(end + 1),
                new TreeMap<>(properties.messages),
                properties.repeated);
    }

    @Override
    public String toString() {
        return name + "_" + language;
    }

    /** Properties that notice a key that comes twice. */
    private static final class Recording extends Properties {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> messages = new LinkedHashMap<>();
        private final transient List<String> repeated = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (messages.put(key.toString(), value.toString()) != null) {
                repeated.add(key.toString());
            }
            return super.put(key, value);
        }
    }
}
