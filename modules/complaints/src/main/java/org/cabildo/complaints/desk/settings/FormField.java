// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.List;
import org.cabildo.platform.web.Option;

/**
 * A field of a form of the catalogue.
 *
 * @param values what it holds: one for most, any number for {@link Kind#SEVERAL}
 * @param rows fields side by side, row by row, for {@link Kind#ROWS}
 */
public record FormField(
        String name,
        Kind kind,
        String label,
        String hint,
        boolean required,
        List<Option> options,
        List<String> values,
        List<List<FormField>> rows) {

    /** What a field looks like. */
    public enum Kind {
        LINE,
        AREA,
        NUMBER,
        CHOICE,
        CHECK,
        SEVERAL,
        ROWS
    }

    static FormField line(String name, String label, String value) {
        return new FormField(name, Kind.LINE, label, "", true, List.of(), List.of(value), List.of());
    }

    static FormField area(String name, String label, String value) {
        return new FormField(name, Kind.AREA, label, "", true, List.of(), List.of(value), List.of());
    }

    static FormField number(String name, String label, int value) {
        return new FormField(name, Kind.NUMBER, label, "", true, List.of(), List.of("" + value), List.of());
    }

    static FormField choice(String name, String label, List<Option> options, String value) {
        return new FormField(name, Kind.CHOICE, label, "", true, options, List.of(value), List.of());
    }

    static FormField check(String name, String label, boolean value) {
        return new FormField(name, Kind.CHECK, label, "", false, List.of(), List.of(value ? "true" : ""), List.of());
    }

    static FormField several(String name, String label, List<Option> options, List<String> values) {
        return new FormField(name, Kind.SEVERAL, label, "", true, options, values, List.of());
    }

    static FormField rows(String name, String label, List<List<FormField>> rows) {
        return new FormField(name, Kind.ROWS, label, "", false, List.of(), List.of(), rows);
    }

    FormField optional() {
        return new FormField(name, kind, label, hint, false, options, values, rows);
    }

    FormField hint(String text) {
        return new FormField(name, kind, label, text, required, options, values, rows);
    }

    /** The same with what was typed. */
    FormField typed(Values typed) {
        return new FormField(
                name,
                kind,
                label,
                hint,
                required,
                options,
                kind == Kind.SEVERAL ? typed.several(name) : List.of(typed.text(name)),
                rows.stream()
                        .map(row ->
                                row.stream().map(field -> field.typed(typed)).toList())
                        .toList());
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean checked() {
        return value().equals("true");
    }
}
