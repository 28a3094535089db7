// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TileServer;
import org.cabildo.platform.Texts;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.ManifestRefused;
import org.jspecify.annotations.Nullable;

/**
 * Levels and territories as a file: lists under {@code levels} and {@code territories}, each in the order in which they
 * are shown, and under {@code tiles} where pictures of streets come from.
 */
record TerritoriesFile(
        List<Level> levels,
        List<Territory> territories,
        @Nullable TileServer tiles) {

    static final TerritoriesFile EMPTY = new TerritoriesFile(List.of(), List.of(), null);

    @FunctionalInterface
    private interface Reader<T> {

        T read(Map<?, ?> entry, int order);
    }

    static TerritoriesFile read(String text) {
        Map<String, Object> document = CanonicalYaml.read(TerritoriesManifest.TERRITORIES, text);
        List<String> problems = new ArrayList<>();
        List<Level> levels = list(document, "levels", problems, TerritoriesFile::level);
        List<Territory> territories = list(document, "territories", problems, TerritoriesFile::territory);
        TileServer tiles = null;
        if (document.get("tiles") instanceof Map<?, ?> entry) {
            try {
                tiles = new TileServer(
                        text(entry, "url"),
                        text(entry, "attribution"),
                        entry.get("maxZoom") instanceof Integer zoom ? zoom : 0);
            } catch (IllegalArgumentException exception) {
                problems.add(TerritoriesManifest.TERRITORIES + ": tiles: " + exception.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        return new TerritoriesFile(levels, territories, tiles);
    }

    private static <T> List<T> list(Map<String, Object> document, String key, List<String> problems, Reader<T> reader) {
        List<T> read = new ArrayList<>();
        if (document.get(key) == null) {
            return read;
        }
        if (!(document.get(key) instanceof List<?> entries)) {
            problems.add(TerritoriesManifest.TERRITORIES + ": a list is expected under " + key);
            return read;
        }
        for (int i = 0; i < entries.size(); i++) {
            try {
                read.add(reader.read((Map<?, ?>) entries.get(i), i + 1));
            } catch (IllegalArgumentException | ClassCastException | DateTimeParseException exception) {
                problems.add(TerritoriesManifest.TERRITORIES + ": " + key + "[" + i + "]: " + exception.getMessage());
            }
        }
        return read;
    }

    private static Level level(Map<?, ?> entry, int order) {
        return new Level(text(entry, "code"), texts(entry, "name"), texts(entry, "plural"), order);
    }

    private static Territory territory(Map<?, ?> entry, int order) {
        return new Territory(
                text(entry, "code"),
                text(entry, "level"),
                optional(entry, "parent"),
                text(entry, "name"),
                entry.get("population") instanceof Integer population ? population : null,
                entry.get("populationSource") == null ? "" : text(entry, "populationSource"),
                day(entry, "validFrom"),
                day(entry, "validUntil"),
                order);
    }

    private static @Nullable LocalDate day(Map<?, ?> entry, String key) {
        String day = optional(entry, key);
        return day == null ? null : LocalDate.parse(day);
    }

    private static @Nullable String optional(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        return value == null ? null : value.toString();
    }

    private static String text(Map<?, ?> entry, String key) {
        String text = optional(entry, key);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }

    private static Map<String, String> texts(Map<?, ?> entry, String key) {
        Map<String, String> texts = Texts.of(entry.get(key));
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing; it is written by language, for instance es: …");
        }
        return texts;
    }

    boolean empty() {
        return levels.isEmpty() && territories.isEmpty() && tiles == null;
    }

    String write() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("levels", levels.stream().map(TerritoriesFile::entry).toList());
        document.put(
                "territories", territories.stream().map(TerritoriesFile::entry).toList());
        if (tiles != null) {
            Map<String, Object> server = new LinkedHashMap<>();
            server.put("url", tiles.url());
            server.put("attribution", tiles.attribution());
            server.put("maxZoom", tiles.maxZoom());
            document.put("tiles", server);
        }
        return CanonicalYaml.write(document);
    }

    private static Map<String, Object> entry(Level level) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", level.code());
        entry.put("name", spanishFirst(level.name()));
        entry.put("plural", spanishFirst(level.plural()));
        return entry;
    }

    /** Texts in the order of their languages, Spanish before all others. */
    private static Map<String, String> spanishFirst(Map<String, String> texts) {
        Map<String, String> ordered = new LinkedHashMap<>();
        if (texts.containsKey("es")) {
            ordered.put("es", texts.get("es"));
        }
        new TreeMap<>(texts).forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static Map<String, Object> entry(Territory territory) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", territory.code());
        entry.put("level", territory.level());
        if (territory.parent() != null) {
            entry.put("parent", territory.parent());
        }
        entry.put("name", territory.name());
        if (territory.population() != null) {
            entry.put("population", territory.population());
        }
        if (!territory.populationSource().isEmpty()) {
            entry.put("populationSource", territory.populationSource());
        }
        if (territory.validFrom() != null) {
            entry.put("validFrom", territory.validFrom().toString());
        }
        if (territory.validUntil() != null) {
            entry.put("validUntil", territory.validUntil().toString());
        }
        return entry;
    }
}
