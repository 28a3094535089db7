// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.catalogue.ServiceLevel.Escalation;
import org.jspecify.annotations.Nullable;

/** What is promised: three clocks, warnings and what happens when a promise passed. */
final class Levels implements Kind<ServiceLevel> {

    private static final int BLANK = 2;

    @Override
    public String path() {
        return "plazos";
    }

    @Override
    public List<ServiceLevel> items(Catalogue catalogue) {
        return catalogue.levels();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<ServiceLevel> items) {
        return new Catalogue(
                catalogue.agencies(),
                catalogue.calendars(),
                items,
                catalogue.groups(),
                catalogue.services(),
                catalogue.routes(),
                catalogue.statuses(),
                catalogue.transitions(),
                catalogue.reasons(),
                catalogue.templates());
    }

    @Override
    public String code(ServiceLevel item) {
        return item.code();
    }

    @Override
    public String title(Words words, ServiceLevel item) {
        return words.name(item.name(), item.code());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.response", "complaints.settings.solution", "complaints.settings.calendar");
    }

    @Override
    public List<String> cells(Words words, ServiceLevel item) {
        return List.of(
                words.minutes(item.response()),
                words.minutes(item.solution()),
                words.catalogue()
                        .calendar(item.calendar())
                        .map(one -> words.name(one.name(), one.code()))
                        .orElse(words.view().msg("complaints.settings.everyHour")));
    }

    @Override
    public List<FormField> fields(Words words, @Nullable ServiceLevel item) {
        List<FormField> fields = new ArrayList<>();
        if (item == null) {
            fields.add(FormField.line("code", words.view().msg("complaints.settings.code"), "")
                    .hint(words.view().msg("complaints.settings.codeHint")));
        }
        fields.addAll(
                Kind.texts(words, "name", "complaints.settings.name", item == null ? Map.of() : item.name(), false));
        fields.add(FormField.choice(
                        "calendar",
                        words.view().msg("complaints.settings.calendar"),
                        words.options(words.catalogue().calendars(), one -> one.code(), one -> one.name()),
                        item == null ? "" : item.calendar())
                .hint(words.view().msg("complaints.settings.calendarHint"))
                .optional());
        fields.add(hours(words, "response", item == null ? 0 : item.response()));
        fields.add(hours(words, "update", item == null ? 0 : item.update()));
        fields.add(hours(words, "solution", item == null ? 0 : item.solution()));
        fields.add(
                FormField.number("warn", words.view().msg("complaints.settings.warn"), item == null ? 75 : item.warn())
                        .hint(words.view().msg("complaints.settings.warnHint")));
        List<List<FormField>> rows = new ArrayList<>();
        List<Escalation> steps = item == null ? List.of() : item.escalation();
        for (int i = 0; i < steps.size() + BLANK; i++) {
            Escalation step = i < steps.size() ? steps.get(i) : new Escalation(0, "", "");
            rows.add(List.of(
                    FormField.line(
                                    "after" + i,
                                    words.view().msg("complaints.settings.after"),
                                    i < steps.size() ? plain(step.after()) : "")
                            .optional(),
                    FormField.choice(
                                    "agency" + i,
                                    words.view().msg("complaints.settings.agency"),
                                    words.agencies(),
                                    step.agency())
                            .optional(),
                    FormField.line("email" + i, words.view().msg("complaints.settings.email"), step.email())
                            .optional()));
        }
        fields.add(FormField.rows("after", words.view().msg("complaints.settings.escalation"), rows)
                .hint(words.view().msg("complaints.settings.escalationHint")));
        return fields;
    }

    private static FormField hours(Words words, String name, int minutes) {
        return FormField.line(name, words.view().msg("complaints.settings." + name), plain(minutes))
                .hint(words.view().msg("complaints.settings.hoursHint"))
                .optional();
    }

    private static String plain(int minutes) {
        return java.math.BigDecimal.valueOf(minutes)
                .divide(java.math.BigDecimal.valueOf(60), 2, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public ServiceLevel read(Values values, @Nullable ServiceLevel before) {
        List<Escalation> steps = new ArrayList<>();
        for (int i : values.rows("after")) {
            if (!values.line("agency" + i).isEmpty()
                    || !values.line("email" + i).isEmpty()) {
                steps.add(
                        new Escalation(values.hours("after" + i), values.line("agency" + i), values.line("email" + i)));
            }
        }
        return new ServiceLevel(
                before == null ? values.line("code") : before.code(),
                values.texts("name", before == null ? Map.of() : before.name()),
                values.line("calendar"),
                values.hours("response"),
                values.hours("update"),
                values.hours("solution"),
                values.number("warn"),
                steps);
    }
}
