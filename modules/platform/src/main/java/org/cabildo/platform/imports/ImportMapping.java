// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cabildo.platform.tabular.DecimalStyle;

/**
 * How a table is to be read.
 *
 * @param columns field by the name of the column
 * @param decimals decimal sign of all numbers that are kept as text
 * @param fixed value for all rows by field
 */
public record ImportMapping(Map<String, String> columns, DecimalStyle decimals, Map<String, String> fixed) {

    public ImportMapping {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        fixed = Map.copyOf(fixed);
    }

    /** What the names of the columns suggest; each field takes the first that fits. */
    public static ImportMapping guess(List<ImportField> fields, List<String> names, DecimalStyle decimals) {
        Map<String, String> columns = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        for (String name : names) {
            fields.stream()
                    .filter(field -> field.many() || !taken.contains(field.key()))
                    .filter(field -> fits(field, plain(name)))
                    .findFirst()
                    .ifPresent(field -> {
                        taken.add(field.key());
                        columns.putIfAbsent(name, field.key());
                    });
        }
        return new ImportMapping(columns, decimals, Map.of());
    }

    private static boolean fits(ImportField field, String name) {
        return !name.isEmpty()
                && (plain(field.key()).equals(name)
                        || field.aliases().stream()
                                .anyMatch(alias -> plain(alias).equals(name)));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^\\p{Ll}\\p{Nd}%]", "");
    }

    /** The first column of a field. */
    public Optional<String> column(String field) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All columns of a field. */
    public List<String> columnsOf(String field) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(field))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The fields that a table has to bring and this one does not. */
    public List<ImportField> missing(List<ImportField> fields) {
        return fields.stream()
                .filter(field -> field.need() != ImportField.Need.OPTIONAL && !has(field.key()))
                .toList();
    }

    /** Whether the table says something of a field: by a column, or by a value for all rows. */
    public boolean has(String field) {
        return columns.containsValue(field) || fixed.containsKey(field);
    }
}
