// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;

/** Offices and outside bodies. */
final class Agencies implements Kind<Agency> {

    @Override
    public String path() {
        return "oficinas";
    }

    @Override
    public List<Agency> items(Catalogue catalogue) {
        return catalogue.agencies();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<Agency> items) {
        return new Catalogue(
                items,
                catalogue.calendars(),
                catalogue.levels(),
                catalogue.groups(),
                catalogue.services(),
                catalogue.routes(),
                catalogue.statuses(),
                catalogue.transitions(),
                catalogue.reasons(),
                catalogue.templates());
    }

    @Override
    public String code(Agency item) {
        return item.code();
    }

    @Override
    public String title(Words words, Agency item) {
        return words.name(item.name(), item.code());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.email", "complaints.settings.outside");
    }

    @Override
    public List<String> cells(Words words, Agency item) {
        return List.of(item.email(), item.outside() ? words.view().msg("complaints.settings.yes") : "");
    }

    @Override
    public List<FormField> fields(Words words, @Nullable Agency item) {
        List<FormField> fields = new ArrayList<>();
        if (item == null) {
            fields.add(FormField.line("code", words.view().msg("complaints.settings.code"), "")
                    .hint(words.view().msg("complaints.settings.codeHint")));
        }
        fields.addAll(
                Kind.texts(words, "name", "complaints.settings.name", item == null ? Map.of() : item.name(), false));
        fields.add(
                FormField.line("email", words.view().msg("complaints.settings.email"), item == null ? "" : item.email())
                        .optional());
        fields.add(FormField.check(
                        "outside", words.view().msg("complaints.settings.outside"), item != null && item.outside())
                .hint(words.view().msg("complaints.settings.outsideHint")));
        return fields;
    }

    @Override
    public Agency read(Values values, @Nullable Agency before) {
        String email = values.line("email");
        if (!email.isEmpty() && !email.matches("[^@ ]+@[^@ ]+")) {
            values.refuse("email", "complaints.problem.email");
        }
        return new Agency(
                before == null ? values.line("code") : before.code(),
                values.texts("name", before == null ? Map.of() : before.name()),
                values.check("outside"),
                email);
    }
}
