// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.platform.web.Option;
import org.jspecify.annotations.Nullable;

/** What can be reported. */
final class Services implements Kind<Service> {

    private static final Service BLANK = new Service(
            "", Map.of(), Map.of(), "", "", "", "", false, false, false, "", Map.of(), 50, 30, "", List.of());

    @Override
    public String path() {
        return "servicios";
    }

    @Override
    public List<Service> items(Catalogue catalogue) {
        return catalogue.services();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<Service> items) {
        return new Catalogue(
                catalogue.agencies(),
                catalogue.calendars(),
                catalogue.levels(),
                catalogue.groups(),
                items,
                catalogue.routes(),
                catalogue.statuses(),
                catalogue.transitions(),
                catalogue.reasons(),
                catalogue.templates());
    }

    @Override
    public String code(Service item) {
        return item.code();
    }

    @Override
    public String title(Words words, Service item) {
        return words.name(item.name(), item.code());
    }

    @Override
    public List<String> heads() {
        return List.of(
                "complaints.settings.group",
                "complaints.settings.level",
                "complaints.settings.questions",
                "complaints.settings.offered");
    }

    @Override
    public List<String> cells(Words words, Service item) {
        return List.of(
                words.catalogue()
                        .group(item.group())
                        .map(one -> words.name(one.name(), one.code()))
                        .orElse(""),
                words.catalogue()
                        .level(item.level())
                        .map(one -> words.name(one.name(), one.code()))
                        .orElse("—"),
                "" + item.questions().size(),
                words.view().msg("complaints.settings.offered." + offered(item)));
    }

    private static String offered(Service item) {
        return item.retired()
                ? "retired"
                : !item.emergency().isEmpty() ? "emergency" : item.confidential() ? "confidential" : "public";
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public List<FormField> fields(Words words, @Nullable Service known) {
        Service item = known == null ? BLANK : known;
        var view = words.view();
        List<FormField> fields = new ArrayList<>();
        if (known == null) {
            fields.add(FormField.line("code", view.msg("complaints.settings.code"), "")
                    .hint(view.msg("complaints.settings.codeHint")));
        }
        fields.addAll(Kind.texts(words, "name", "complaints.settings.name", item.name(), false));
        Kind.texts(words, "description", "complaints.settings.description", item.description(), true)
                .forEach(field -> fields.add(field.optional()));
        fields.add(FormField.choice(
                        "group",
                        view.msg("complaints.settings.group"),
                        words.options(words.catalogue().groups(), one -> one.code(), one -> one.name()),
                        item.group())
                .optional());
        fields.add(FormField.line("keywords", view.msg("complaints.settings.keywords"), item.keywords())
                .hint(view.msg("complaints.settings.keywordsHint"))
                .optional());
        fields.add(FormField.choice(
                        "level",
                        view.msg("complaints.settings.level"),
                        words.options(words.catalogue().levels(), one -> one.code(), one -> one.name()),
                        item.level())
                .optional());
        fields.add(FormField.check("named", view.msg("complaints.settings.named"), item.named()));
        fields.add(FormField.check("confidential", view.msg("complaints.settings.confidential"), item.confidential())
                .hint(view.msg("complaints.settings.confidentialHint")));
        fields.add(FormField.number("radius", view.msg("complaints.settings.radius"), item.radius())
                .hint(view.msg("complaints.settings.radiusHint")));
        fields.add(FormField.number("reopen", view.msg("complaints.settings.reopen"), item.reopen())
                .hint(view.msg("complaints.settings.reopenHint")));
        fields.add(FormField.choice(
                "reopenBy",
                view.msg("complaints.settings.reopenBy"),
                List.of(
                        Option.of("reporter", view.msg("complaints.settings.reopenBy.reporter")),
                        Option.of("anybody", view.msg("complaints.settings.reopenBy.anybody"))),
                item.reopenBy()));
        fields.add(FormField.line("emergency", view.msg("complaints.settings.emergency"), item.emergency())
                .hint(view.msg("complaints.settings.emergencyHint"))
                .optional());
        Kind.texts(words, "instead", "complaints.settings.instead", item.instead(), true)
                .forEach(field -> fields.add(field.optional()));
        fields.add(FormField.choice(
                        "type",
                        view.msg("complaints.settings.type"),
                        Service.TYPES.stream().map(one -> Option.of(one, one)).toList(),
                        item.type())
                .hint(view.msg("complaints.settings.typeHint")));
        fields.add(FormField.check("retired", view.msg("complaints.settings.retired"), item.retired())
                .hint(view.msg("complaints.settings.retiredHint")));
        return fields;
    }

    @Override
    public Service read(Values values, @Nullable Service known) {
        Service before = known == null ? BLANK : known;
        return new Service(
                known == null ? values.line("code") : before.code(),
                values.texts("name", before.name()),
                values.texts("description", before.description()),
                values.line("group"),
                values.line("keywords").replaceAll("\\s*,\\s*", ","),
                values.line("type"),
                values.line("level"),
                values.check("named"),
                values.check("confidential"),
                values.check("retired"),
                values.line("emergency"),
                values.texts("instead", before.instead()),
                values.number("radius"),
                values.number("reopen"),
                values.line("reopenBy"),
                before.questions());
    }
}
