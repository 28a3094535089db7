// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cabildo.geography.Territory;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/** A territory as it was typed. */
public record TerritoryForm(
        String code,
        String name,
        String level,
        String parent,
        String population,
        String populationSource,
        String validFrom,
        String validUntil) {

    static final TerritoryForm EMPTY = new TerritoryForm("", "", "", "", "", "", "", "");

    static TerritoryForm of(Territory territory) {
        return new TerritoryForm(
                territory.code(),
                territory.name(),
                territory.level(),
                territory.parent() == null ? "" : territory.parent(),
                territory.population() == null ? "" : territory.population().toString(),
                territory.populationSource(),
                territory.validFrom() == null ? "" : territory.validFrom().toString(),
                territory.validUntil() == null ? "" : territory.validUntil().toString());
    }

    static TerritoryForm of(HttpServletRequest request, String code) {
        return new TerritoryForm(
                code.isEmpty() ? line(request, "code") : code,
                line(request, "name"),
                line(request, "level"),
                line(request, "parent"),
                line(request, "population"),
                line(request, "populationSource"),
                line(request, "validFrom"),
                line(request, "validUntil"));
    }

    static String line(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    /** What has to be corrected, by field, in the order of the form. */
    Map<String, String> errors(View view, boolean fresh, Set<String> taken, Set<String> levels) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (fresh
                && (!code.matches(Territory.CODE)
                        || code.length() > Territory.CODE_LENGTH
                        || Territory.RESERVED.contains(code))) {
            errors.put("code", view.msg("geography.error.code"));
        } else if (fresh && taken.contains(code)) {
            errors.put("code", view.msg("geography.error.codeTaken"));
        }
        if (name.isEmpty() || name.length() > 160) {
            errors.put("name", view.msg("geography.error.name"));
        }
        if (!levels.contains(level)) {
            errors.put("level", view.msg("geography.error.level"));
        }
        if (!parent.isEmpty() && (!taken.contains(parent) || parent.equals(code))) {
            errors.put("parent", view.msg("geography.error.parent"));
        }
        String digits = population.replaceAll("[ .,]", "");
        if (!digits.isEmpty() && !digits.matches("[0-9]{1,9}")) {
            errors.put("population", view.msg("geography.error.population"));
        } else if (!digits.isEmpty() && populationSource.isEmpty()) {
            errors.put("populationSource", view.msg("geography.error.populationSource"));
        }
        boolean from = validFrom.isEmpty() || day(validFrom) != null;
        boolean until = validUntil.isEmpty() || day(validUntil) != null;
        if (!from) {
            errors.put("validFrom", view.msg("geography.error.day"));
        }
        if (!until) {
            errors.put("validUntil", view.msg("geography.error.day"));
        } else if (from
                && day(validFrom) != null
                && day(validUntil) != null
                && day(validUntil).isBefore(day(validFrom))) {
            errors.put("validUntil", view.msg("geography.error.order"));
        }
        return errors;
    }

    /** The territory, when there are no errors. */
    Territory territory() {
        String digits = population.replaceAll("[ .,]", "");
        return new Territory(
                code,
                level,
                parent.isEmpty() ? null : parent,
                name,
                digits.isEmpty() ? null : Integer.valueOf(digits),
                digits.isEmpty() ? "" : populationSource,
                day(validFrom),
                day(validUntil),
                0);
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException exception) {
            return null;
        }
    }
}
