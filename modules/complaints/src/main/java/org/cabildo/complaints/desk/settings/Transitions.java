// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Transition;
import org.cabildo.platform.web.Option;
import org.jspecify.annotations.Nullable;

/** Ways from one state to another. */
final class Transitions implements Kind<Transition> {

    private static final List<String> ROLES = List.of("complaints.triage", "complaints.work", Transition.REPORTER);

    @Override
    public String path() {
        return "cambios";
    }

    @Override
    public List<Transition> items(Catalogue catalogue) {
        return catalogue.transitions();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<Transition> items) {
        return new Catalogue(
                catalogue.agencies(),
                catalogue.calendars(),
                catalogue.levels(),
                catalogue.groups(),
                catalogue.services(),
                catalogue.routes(),
                catalogue.statuses(),
                items,
                catalogue.reasons(),
                catalogue.templates());
    }

    @Override
    public String code(Transition item) {
        return item.from() + "~" + item.to();
    }

    @Override
    public String title(Words words, Transition item) {
        return words.status(item.from()) + " → " + words.status(item.to());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.who", "complaints.settings.noteNeeded");
    }

    @Override
    public List<String> cells(Words words, Transition item) {
        return List.of(
                item.roles().stream()
                        .map(role -> who(words, role))
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(""),
                item.note() ? words.view().msg("complaints.settings.yes") : "");
    }

    private static String who(Words words, String role) {
        return role.equals(Transition.REPORTER)
                ? words.view().msg("complaints.desk.author.reporter")
                : words.view().hasMsg("permission." + role) ? words.view().msg("permission." + role) : role;
    }

    @Override
    public List<FormField> fields(Words words, @Nullable Transition item) {
        List<FormField> fields = new ArrayList<>();
        fields.add(FormField.choice(
                "from",
                words.view().msg("complaints.settings.fromStatus"),
                words.statuses(),
                item == null ? "" : item.from()));
        fields.add(FormField.choice(
                "to",
                words.view().msg("complaints.settings.toStatus"),
                words.statuses(),
                item == null ? "" : item.to()));
        fields.add(FormField.several(
                "roles",
                words.view().msg("complaints.settings.who"),
                ROLES.stream().map(role -> Option.of(role, who(words, role))).toList(),
                item == null ? List.of("complaints.work") : item.roles()));
        fields.add(FormField.check(
                "note", words.view().msg("complaints.settings.noteNeeded"), item != null && item.note()));
        return fields;
    }

    @Override
    public Transition read(Values values, @Nullable Transition before) {
        return new Transition(
                values.line("from"),
                values.line("to"),
                values.several("roles").stream().filter(ROLES::contains).toList(),
                values.check("note"));
    }
}
