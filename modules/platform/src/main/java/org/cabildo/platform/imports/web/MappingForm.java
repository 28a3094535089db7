// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cabildo.platform.imports.ImportField;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportMapping;
import org.cabildo.platform.tabular.DecimalStyle;
import org.cabildo.platform.web.View;

/** What somebody says about the columns, and what is missing or contradicts itself. */
record MappingForm(ImportMapping mapping, Map<String, String> errors) {

    private static final int LONGEST = 500;

    static MappingForm of(HttpServletRequest request, Desk desk, ImportJob job) {
        Map<String, ImportField> fields = new HashMap<>();
        desk.fields().forEach(field -> fields.put(field.key(), field));
        List<String> names = job.sample().columns();
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            ImportField field = fields.get(Objects.requireNonNullElse(request.getParameter("c" + i), ""));
            String name = names.get(i);
            if (field == null || name.isEmpty() || columns.containsKey(name)) {
                continue;
            }
            if (!field.many() && columns.containsValue(field.key())) {
                errors.put("c" + i, desk.view().msg("platform.imports.error.twice", desk.label(field)));
            }
            columns.put(name, field.key());
        }
        Map<String, String> fixed = new HashMap<>();
        for (ImportField field : desk.fields()) {
            String text = Objects.requireNonNullElse(request.getParameter("fixed-" + field.key()), "")
                    .replaceAll("[\\p{Cc}\\s]+", " ")
                    .strip();
            if (field.fixable() && !text.isEmpty() && !columns.containsValue(field.key())) {
                fixed.put(field.key(), text.substring(0, Math.min(LONGEST, text.length())));
            }
        }
        DecimalStyle decimals =
                "COMMA".equals(request.getParameter("decimals")) ? DecimalStyle.COMMA : DecimalStyle.POINT;
        ImportMapping mapping = new ImportMapping(columns, decimals, fixed);
        errors.putAll(missing(desk, mapping));
        return new MappingForm(mapping, errors);
    }

    private static Map<String, String> missing(Desk desk, ImportMapping mapping) {
        View view = desk.view();
        Map<String, String> errors = new LinkedHashMap<>();
        for (ImportField field : mapping.missing(desk.fields())) {
            String place = field.fixable() ? "fixed-" + field.key() : "c0";
            errors.merge(
                    place,
                    view.msg("platform.imports.error.unmapped", desk.label(field)),
                    (one, other) -> one + " " + other);
        }
        return errors;
    }
}
