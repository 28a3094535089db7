// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Indicator;
import org.cabildo.platform.Texts;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.ManifestRefused;
import org.jspecify.annotations.Nullable;

/** The catalogue of indicators as a file: a list under {@code indicators}, in the order in which they are shown. */
final class CatalogueFile {

    private static final List<String> PERIODICITIES = List.of("year", "half-year", "quarter", "month", "irregular");

    private CatalogueFile() {}

    static List<Indicator> read(String text) {
        Map<String, Object> document = CanonicalYaml.read(IndicatorsManifest.CATALOGUE, text);
        List<String> problems = new ArrayList<>();
        List<Indicator> indicators = new ArrayList<>();
        if (document.get("indicators") instanceof List<?> entries) {
            for (Object entry : entries) {
                try {
                    indicators.add(indicator((Map<?, ?>) entry, indicators.size() + 1));
                } catch (IllegalArgumentException | ClassCastException exception) {
                    problems.add(IndicatorsManifest.CATALOGUE + ": indicators[" + (indicators.size() + problems.size())
                            + "]: " + exception.getMessage());
                }
            }
        } else {
            problems.add(IndicatorsManifest.CATALOGUE + ": a list is expected under indicators");
        }
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        return indicators;
    }

    private static Indicator indicator(Map<?, ?> entry, int order) {
        String periodicity = text(entry, "periodicity", "irregular");
        if (!PERIODICITIES.contains(periodicity)) {
            throw new IllegalArgumentException("periodicity is one of " + PERIODICITIES);
        }
        return new Indicator(
                required(entry, "code"),
                texts(entry, "name", true),
                texts(entry, "description", false),
                texts(entry, "unit", true),
                entry.get("decimals") instanceof Integer decimals ? decimals : 0,
                Direction.of(text(entry, "direction", "none")),
                periodicity,
                texts(entry, "formula", false),
                required(entry, "source"),
                text(entry, "sourceUrl", ""),
                text(entry, "office", ""),
                text(entry, "topic", ""),
                entry.get("target") == null ? null : new BigDecimal(required(entry, "target")),
                text(entry, "targetPeriod", ""),
                order,
                Boolean.TRUE.equals(entry.get("published")),
                Boolean.TRUE.equals(entry.get("archived")));
    }

    private static String required(Map<?, ?> entry, String key) {
        String text = text(entry, key, "");
        if (text.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }

    private static String text(Map<?, ?> entry, String key, String otherwise) {
        @Nullable Object value = entry.get(key);
        return value == null ? otherwise : value.toString();
    }

    private static Map<String, String> texts(Map<?, ?> entry, String key, boolean required) {
        Map<String, String> texts = Texts.of(entry.get(key));
        if (required && texts.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing; it is written by language, for instance es: …");
        }
        return texts;
    }

    static String write(List<Indicator> indicators) {
        return CanonicalYaml.write(Map.of(
                "indicators", indicators.stream().map(CatalogueFile::entry).toList()));
    }

    private static Map<String, Object> entry(Indicator indicator) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", indicator.code());
        entry.put("name", indicator.name());
        put(entry, "description", indicator.description());
        entry.put("unit", indicator.unit());
        entry.put("decimals", indicator.decimals());
        entry.put("direction", indicator.direction().code());
        entry.put("periodicity", indicator.periodicity());
        put(entry, "formula", indicator.formula());
        entry.put("source", indicator.source());
        put(entry, "sourceUrl", indicator.sourceUrl());
        put(entry, "office", indicator.office());
        put(entry, "topic", indicator.topic());
        if (indicator.target() != null) {
            entry.put("target", indicator.target().toPlainString());
            put(entry, "targetPeriod", indicator.targetPeriod());
        }
        entry.put("published", indicator.published());
        if (indicator.archived()) {
            entry.put("archived", true);
        }
        return entry;
    }

    private static void put(Map<String, Object> entry, String key, Object value) {
        if (!(value instanceof Map<?, ?> map && map.isEmpty()) && !value.equals("")) {
            entry.put(key, value);
        }
    }
}
