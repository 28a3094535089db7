// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.ServiceGroup;
import org.jspecify.annotations.Nullable;

/** Groups of services. */
final class Groups implements Kind<ServiceGroup> {

    @Override
    public String path() {
        return "grupos";
    }

    @Override
    public List<ServiceGroup> items(Catalogue catalogue) {
        return catalogue.groups();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<ServiceGroup> items) {
        return new Catalogue(
                catalogue.agencies(),
                catalogue.calendars(),
                catalogue.levels(),
                items,
                catalogue.services(),
                catalogue.routes(),
                catalogue.statuses(),
                catalogue.transitions(),
                catalogue.reasons(),
                catalogue.templates());
    }

    @Override
    public String code(ServiceGroup item) {
        return item.code();
    }

    @Override
    public String title(Words words, ServiceGroup item) {
        return words.name(item.name(), item.code());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.services");
    }

    @Override
    public List<String> cells(Words words, ServiceGroup item) {
        return List.of(""
                + words.catalogue().services().stream()
                        .filter(one -> one.group().equals(item.code()))
                        .count());
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public List<FormField> fields(Words words, @Nullable ServiceGroup item) {
        List<FormField> fields = new ArrayList<>();
        if (item == null) {
            fields.add(FormField.line("code", words.view().msg("complaints.settings.code"), "")
                    .hint(words.view().msg("complaints.settings.codeHint")));
        }
        fields.addAll(
                Kind.texts(words, "name", "complaints.settings.name", item == null ? Map.of() : item.name(), false));
        fields.add(FormField.line("icon", words.view().msg("complaints.settings.icon"), item == null ? "" : item.icon())
                .hint(words.view().msg("complaints.settings.iconHint"))
                .optional());
        return fields;
    }

    @Override
    public ServiceGroup read(Values values, @Nullable ServiceGroup before) {
        String icon = values.line("icon");
        if (!icon.matches("[a-z-]{0,40}")) {
            values.refuse("icon", "complaints.settings.iconHint");
        }
        return new ServiceGroup(
                before == null ? values.line("code") : before.code(),
                values.texts("name", before == null ? Map.of() : before.name()),
                icon);
    }
}
