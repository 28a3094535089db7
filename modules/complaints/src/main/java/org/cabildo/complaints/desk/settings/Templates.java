// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.ResponseTemplate;
import org.jspecify.annotations.Nullable;

/** Texts that answers start from. */
final class Templates implements Kind<ResponseTemplate> {

    @Override
    public String path() {
        return "plantillas";
    }

    @Override
    public List<ResponseTemplate> items(Catalogue catalogue) {
        return catalogue.templates();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<ResponseTemplate> items) {
        return new Catalogue(
                catalogue.agencies(),
                catalogue.calendars(),
                catalogue.levels(),
                catalogue.groups(),
                catalogue.services(),
                catalogue.routes(),
                catalogue.statuses(),
                catalogue.transitions(),
                catalogue.reasons(),
                items);
    }

    @Override
    public String code(ResponseTemplate item) {
        return item.code();
    }

    @Override
    public String title(Words words, ResponseTemplate item) {
        return words.name(item.name(), item.code());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.status", "complaints.settings.service");
    }

    @Override
    public List<String> cells(Words words, ResponseTemplate item) {
        return List.of(
                item.status().isEmpty() ? words.view().msg("complaints.settings.all") : words.status(item.status()),
                item.service().isEmpty() ? words.view().msg("complaints.settings.all") : words.service(item.service()));
    }

    @Override
    public List<FormField> fields(Words words, @Nullable ResponseTemplate item) {
        List<FormField> fields = new ArrayList<>();
        if (item == null) {
            fields.add(FormField.line("code", words.view().msg("complaints.settings.code"), "")
                    .hint(words.view().msg("complaints.settings.codeHint")));
        }
        fields.addAll(
                Kind.texts(words, "name", "complaints.settings.name", item == null ? Map.of() : item.name(), false));
        fields.add(FormField.choice(
                        "status",
                        words.view().msg("complaints.settings.status"),
                        words.statuses(),
                        item == null ? "" : item.status())
                .optional());
        fields.add(FormField.choice(
                        "service",
                        words.view().msg("complaints.settings.service"),
                        words.services(),
                        item == null ? "" : item.service())
                .optional());
        Kind.texts(words, "text", "complaints.settings.text", item == null ? Map.of() : item.text(), true)
                .forEach(field -> fields.add(field.hint(words.view().msg("complaints.settings.textHint"))));
        return fields;
    }

    @Override
    public ResponseTemplate read(Values values, @Nullable ResponseTemplate before) {
        return new ResponseTemplate(
                before == null ? values.line("code") : before.code(),
                values.line("status"),
                values.line("service"),
                values.texts("name", before == null ? Map.of() : before.name()),
                values.texts("text", before == null ? Map.of() : before.text()));
    }
}
