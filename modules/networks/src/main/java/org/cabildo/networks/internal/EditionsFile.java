// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Period;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.Texts;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.ManifestRefused;
import org.jspecify.annotations.Nullable;

/** Editions with their measures as a file, in the order in which they are shown. */
final class EditionsFile {

    private EditionsFile() {}

    /** An edition and what it compares. */
    record Entry(Edition edition, List<Measure> measures) {}

    static List<Entry> read(String text) {
        List<String> problems = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        if (CanonicalYaml.read(ComparisonManifest.EDITIONS, text).get("editions") instanceof List<?> editions) {
            for (Object edition : editions) {
                try {
                    entries.add(entry((Map<?, ?>) edition, entries.size() + 1));
                } catch (IllegalArgumentException | ClassCastException | DateTimeException exception) {
                    problems.add(ComparisonManifest.EDITIONS + ": editions[" + (entries.size() + problems.size())
                            + "]: " + exception.getMessage());
                }
            }
        } else {
            problems.add(ComparisonManifest.EDITIONS + ": a list is expected under editions");
        }
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        return entries;
    }

    private static Entry entry(Map<?, ?> entry, int order) {
        Edition edition = new Edition(
                required(entry, "slug"),
                Texts.of(entry.get("name")),
                Texts.of(entry.get("method")),
                true,
                order,
                Boolean.TRUE.equals(entry.get("published")),
                text(entry, "period").isEmpty() ? "" : new Period(text(entry, "period")).text(),
                text(entry, "frozen").isEmpty() ? null : Instant.parse(text(entry, "frozen")));
        List<Measure> measures = new ArrayList<>();
        if (entry.get("measures") instanceof List<?> list) {
            list.forEach(measure -> measures.add(measure((Map<?, ?>) measure, measures.size() + 1)));
        }
        return new Entry(edition, measures);
    }

    private static Measure measure(Map<?, ?> entry, int order) {
        return new Measure(
                required(entry, "indicator"),
                false,
                Texts.of(entry.get("name")),
                Texts.of(entry.get("unit")),
                entry.get("decimals") instanceof Integer decimals ? decimals : 0,
                Direction.of(required(entry, "direction")),
                text(entry, "topic"),
                text(entry, "period"),
                required(entry, "source"),
                text(entry, "sourceUrl"),
                number(entry, "worst"),
                number(entry, "best"),
                order);
    }

    private static @Nullable BigDecimal number(Map<?, ?> entry, String key) {
        return entry.get(key) == null ? null : new BigDecimal(text(entry, key));
    }

    private static String text(Map<?, ?> entry, String key) {
        return entry.get(key) == null ? "" : entry.get(key).toString();
    }

    private static String required(Map<?, ?> entry, String key) {
        if (text(entry, key).isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text(entry, key);
    }

    static String write(List<Entry> entries) {
        return CanonicalYaml.write(
                Map.of("editions", entries.stream().map(EditionsFile::edition).toList()));
    }

    private static Map<String, Object> edition(Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("slug", entry.edition().slug());
        map.put("name", entry.edition().name());
        if (!entry.edition().method().isEmpty()) {
            map.put("method", entry.edition().method());
        }
        map.put("published", entry.edition().published());
        put(map, "period", entry.edition().period());
        put(
                map,
                "frozen",
                entry.edition().frozenAt() == null
                        ? ""
                        : entry.edition().frozenAt().toString());
        map.put("measures", entry.measures().stream().map(EditionsFile::measure).toList());
        return map;
    }

    private static Map<String, Object> measure(Measure measure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("indicator", measure.code());
        map.put("name", measure.name());
        map.put("unit", measure.unit());
        map.put("decimals", measure.decimals());
        map.put("direction", measure.direction().code());
        put(map, "topic", measure.topic());
        put(map, "period", measure.period());
        map.put("source", measure.source());
        put(map, "sourceUrl", measure.sourceUrl());
        if (measure.worst() != null && measure.best() != null) {
            map.put("worst", measure.worst().toPlainString());
            map.put("best", measure.best().toPlainString());
        }
        return map;
    }

    private static void put(Map<String, Object> map, String key, String text) {
        if (!text.isEmpty()) {
            map.put(key, text);
        }
    }
}
