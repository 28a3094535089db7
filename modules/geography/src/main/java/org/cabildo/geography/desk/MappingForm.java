// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.geography.BoundaryImport.Mapping;
import org.cabildo.geography.BoundaryImport.Upload;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territory;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;

/**
 * What the properties of a file mean, as it was chosen. Parent and level are either a column, {@code columna:…}, or one for
 * all, {@code todos:…}.
 */
public record MappingForm(String code, String name, String parent, String level, String since, String source) {

    private static final String COLUMN = "columna:";
    private static final String ALL = "todos:";

    /** What was chosen; what the file suggests before anybody chose. */
    static MappingForm of(HttpServletRequest request, Upload upload, List<Level> levels, List<Territory> known) {
        if (request.getParameter("code") == null) {
            return guess(upload.guess(), levels, known);
        }
        return new MappingForm(
                TerritoryForm.line(request, "code"),
                TerritoryForm.line(request, "name"),
                TerritoryForm.line(request, "parent"),
                TerritoryForm.line(request, "level"),
                TerritoryForm.line(request, "since"),
                TerritoryForm.line(request, "source"));
    }

    private static MappingForm guess(Mapping guess, List<Level> levels, List<Territory> known) {
        List<Territory> top = known.stream().filter(one -> one.parent() == null).toList();
        String parent = guess.parent().isEmpty()
                ? top.size() == 1 && levels.size() > 1 ? ALL + top.getFirst().code() : ""
                : COLUMN + guess.parent();
        String level = guess.level().isEmpty()
                ? levels.isEmpty() ? "" : ALL + levels.getLast().code()
                : COLUMN + guess.level();
        return new MappingForm(guess.code(), guess.name(), parent, level, "", "");
    }

    Mapping mapping() {
        return new Mapping(
                code,
                name,
                after(parent, COLUMN),
                after(parent, ALL),
                after(level, COLUMN),
                after(level, ALL),
                TerritoryForm.day(since),
                source);
    }

    private static String after(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : "";
    }

    static List<Option> columns(Upload upload) {
        return upload.properties().stream().map(name -> Option.of(name, name)).toList();
    }

    static List<Option> parents(View view, Upload upload, List<Territory> known) {
        List<Option> options = columns(view, upload);
        known.forEach(one -> options.add(Option.of(ALL + one.code(), view.msg("geography.import.all", one.name()))));
        return options;
    }

    static List<Option> levels(View view, Upload upload, List<Level> levels) {
        List<Option> options = new ArrayList<>();
        levels.forEach(one ->
                options.add(Option.of(ALL + one.code(), view.msg("geography.import.all", view.localised(one.name())))));
        options.addAll(columns(view, upload));
        return options;
    }

    private static List<Option> columns(View view, Upload upload) {
        List<Option> options = new ArrayList<>();
        upload.properties()
                .forEach(name -> options.add(Option.of(COLUMN + name, view.msg("geography.import.column", name))));
        return options;
    }
}
