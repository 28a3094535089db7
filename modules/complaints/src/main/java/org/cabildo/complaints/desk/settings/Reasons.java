// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Reason;
import org.jspecify.annotations.Nullable;

/** Reasons of closings. */
final class Reasons implements Kind<Reason> {

    @Override
    public String path() {
        return "motivos";
    }

    @Override
    public List<Reason> items(Catalogue catalogue) {
        return catalogue.reasons();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<Reason> items) {
        return new Catalogue(
                catalogue.agencies(),
                catalogue.calendars(),
                catalogue.levels(),
                catalogue.groups(),
                catalogue.services(),
                catalogue.routes(),
                catalogue.statuses(),
                catalogue.transitions(),
                items,
                catalogue.templates());
    }

    @Override
    public String code(Reason item) {
        return item.status() + "~" + item.code();
    }

    @Override
    public String title(Words words, Reason item) {
        return words.name(item.name(), item.code());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.status");
    }

    @Override
    public List<String> cells(Words words, Reason item) {
        return List.of(words.status(item.status()));
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public List<FormField> fields(Words words, @Nullable Reason item) {
        List<FormField> fields = new ArrayList<>();
        if (item == null) {
            fields.add(FormField.choice(
                    "status",
                    words.view().msg("complaints.settings.status"),
                    words.options(
                            words.catalogue().statuses().stream()
                                    .filter(one -> !one.open())
                                    .toList(),
                            one -> one.code(),
                            one -> one.name()),
                    ""));
        }
        if (item == null) {
            fields.add(FormField.line("code", words.view().msg("complaints.settings.code"), "")
                    .hint(words.view().msg("complaints.settings.codeHint")));
        }
        fields.addAll(
                Kind.texts(words, "name", "complaints.settings.name", item == null ? Map.of() : item.name(), false));
        return fields;
    }

    @Override
    public Reason read(Values values, @Nullable Reason before) {
        return new Reason(
                before == null ? values.line("code") : before.code(),
                before == null ? values.line("status") : before.status(),
                values.texts("name", before == null ? Map.of() : before.name()));
    }
}
