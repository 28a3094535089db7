// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.platform.web.Option;
import org.jspecify.annotations.Nullable;

/** States of requests. */
final class Statuses implements Kind<Status> {

    @Override
    public String path() {
        return "estados";
    }

    @Override
    public List<Status> items(Catalogue catalogue) {
        return catalogue.statuses();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<Status> items) {
        return new Catalogue(
                catalogue.agencies(),
                catalogue.calendars(),
                catalogue.levels(),
                catalogue.groups(),
                catalogue.services(),
                catalogue.routes(),
                items,
                catalogue.transitions(),
                catalogue.reasons(),
                catalogue.templates());
    }

    @Override
    public String code(Status item) {
        return item.code();
    }

    @Override
    public String title(Words words, Status item) {
        return words.name(item.name(), item.code());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.role", "complaints.settings.code");
    }

    @Override
    public List<String> cells(Words words, Status item) {
        return List.of(words.view().msg("complaints.settings.role." + item.role()), item.code());
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public List<FormField> fields(Words words, @Nullable Status item) {
        List<FormField> fields = new ArrayList<>();
        if (item == null) {
            fields.add(FormField.line("code", words.view().msg("complaints.settings.code"), "")
                    .hint(words.view().msg("complaints.settings.codeHint")));
        }
        fields.addAll(
                Kind.texts(words, "name", "complaints.settings.name", item == null ? Map.of() : item.name(), false));
        Kind.texts(
                        words,
                        "description",
                        "complaints.settings.description",
                        item == null ? Map.of() : item.description(),
                        true)
                .forEach(field -> fields.add(field.optional()));
        fields.add(FormField.choice(
                        "role",
                        words.view().msg("complaints.settings.role"),
                        Arrays.stream(Status.Role.values())
                                .map(role ->
                                        Option.of(role.name(), words.view().msg("complaints.settings.role." + role)))
                                .toList(),
                        item == null ? "WORKING" : item.role().name())
                .hint(words.view().msg("complaints.settings.roleHint")));
        return fields;
    }

    @Override
    public Status read(Values values, @Nullable Status before) {
        return new Status(
                before == null ? values.line("code") : before.code(),
                values.texts("name", before == null ? Map.of() : before.name()),
                values.texts("description", before == null ? Map.of() : before.description()),
                Arrays.stream(Status.Role.values())
                        .filter(role -> role.name().equals(values.line("role")))
                        .findFirst()
                        .orElse(Status.Role.WORKING));
    }
}
