// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.Question.Choice;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.platform.web.Option;
import org.jspecify.annotations.Nullable;

/** Extra questions of services. */
final class Questions implements Kind<Questions.Asked> {

    private static final int BLANK_CHOICES = 4;
    private static final Question BLANK =
            new Question("", Map.of(), Map.of(), "string", false, false, "", "", List.of());

    /** A question and its service. */
    record Asked(String service, Question question) {}

    @Override
    public String path() {
        return "preguntas";
    }

    @Override
    public List<Asked> items(Catalogue catalogue) {
        return catalogue.services().stream()
                .flatMap(service -> service.questions().stream().map(question -> new Asked(service.code(), question)))
                .toList();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<Asked> asked) {
        return new Services()
                .with(
                        catalogue,
                        catalogue.services().stream()
                                .map(service -> asking(
                                        service,
                                        asked.stream()
                                                .filter(one -> one.service().equals(service.code()))
                                                .map(Asked::question)
                                                .toList()))
                                .toList());
    }

    private static Service asking(Service service, List<Question> questions) {
        return new Service(
                service.code(),
                service.name(),
                service.description(),
                service.group(),
                service.keywords(),
                service.type(),
                service.level(),
                service.named(),
                service.confidential(),
                service.retired(),
                service.emergency(),
                service.instead(),
                service.radius(),
                service.reopen(),
                service.reopenBy(),
                questions);
    }

    @Override
    public String code(Asked item) {
        return item.service() + "~" + item.question().code();
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public String title(Words words, Asked item) {
        return words.name(item.question().label(), item.question().code());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.service", "complaints.settings.datatype", "complaints.settings.required");
    }

    @Override
    public List<String> cells(Words words, Asked item) {
        return List.of(
                words.service(item.service()),
                words.view()
                        .msg("complaints.settings.datatype." + item.question().datatype()),
                item.question().required() ? words.view().msg("complaints.settings.yes") : "");
    }

    @Override
    public List<FormField> fields(Words words, @Nullable Asked item) {
        Question question = item == null ? BLANK : item.question();
        var view = words.view();
        List<FormField> fields = new ArrayList<>();
        if (item == null) {
            fields.add(FormField.choice("service", view.msg("complaints.settings.service"), words.services(), ""));
            fields.add(FormField.line("code", view.msg("complaints.settings.code"), "")
                    .hint(view.msg("complaints.settings.codeHint")));
        }
        fields.addAll(Kind.texts(words, "label", "complaints.settings.question", question.label(), false));
        Kind.texts(words, "hint", "complaints.settings.help", question.hint(), false)
                .forEach(field -> fields.add(field.optional()));
        fields.add(FormField.choice(
                "datatype",
                view.msg("complaints.settings.datatype"),
                Question.DATATYPES.stream()
                        .map(one -> Option.of(one, view.msg("complaints.settings.datatype." + one)))
                        .toList(),
                question.datatype()));
        fields.add(FormField.check("required", view.msg("complaints.settings.required"), question.required()));
        fields.add(FormField.check("notice", view.msg("complaints.settings.notice"), question.notice()));
        fields.add(FormField.line("when", view.msg("complaints.settings.when"), question.when())
                .hint(view.msg("complaints.settings.whenHint"))
                .optional());
        fields.add(FormField.line("is", view.msg("complaints.settings.is"), question.is())
                .optional());
        fields.add(FormField.rows("key", view.msg("complaints.settings.choices"), choices(words, question))
                .hint(view.msg("complaints.settings.choicesHint")));
        return fields;
    }

    private static List<List<FormField>> choices(Words words, Question question) {
        List<List<FormField>> rows = new ArrayList<>();
        List<Choice> choices = question.choices();
        for (int i = 0; i < choices.size() + BLANK_CHOICES; i++) {
            Choice choice = i < choices.size() ? choices.get(i) : new Choice("", Map.of(), Map.of());
            int row = i;
            List<FormField> fields = new ArrayList<>();
            fields.add(FormField.line("key" + i, words.view().msg("complaints.settings.code"), choice.key())
                    .optional());
            List<FormField> names = new ArrayList<>(
                    Kind.texts(words, "choice" + row, "complaints.settings.name", choice.name(), false));
            names.addAll(Kind.texts(words, "stop" + row, "complaints.settings.stop", choice.stop(), false));
            names.forEach(field -> fields.add(field.optional()));
            rows.add(fields);
        }
        return rows;
    }

    @Override
    public Asked read(Values values, @Nullable Asked before) {
        Question known = before == null ? BLANK : before.question();
        List<Choice> choices = new ArrayList<>();
        for (int i : values.rows("key")) {
            String key = values.line("key" + i);
            if (!key.isEmpty()) {
                Choice old = known.choice(key).orElse(new Choice(key, Map.of(), Map.of()));
                choices.add(
                        new Choice(key, values.texts("choice" + i, old.name()), values.texts("stop" + i, old.stop())));
            }
        }
        return new Asked(
                before == null ? values.line("service") : before.service(),
                new Question(
                        before == null ? values.line("code") : known.code(),
                        values.texts("label", known.label()),
                        values.texts("hint", known.hint()),
                        values.line("datatype"),
                        values.check("required"),
                        values.check("notice"),
                        values.line("when"),
                        values.line("is"),
                        choices));
    }
}
