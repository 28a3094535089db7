// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;

/** The questions of a service as fields of a form. */
public final class Sheet {

    private static final String FIELD = "q-";
    private static final int RADIOS = 7;

    private Sheet() {}

    /**
     * A question as a field.
     *
     * @param kind {@code notice}, {@code line}, {@code number}, {@code date}, {@code lines}, {@code radios}, {@code
     *     list} or {@code checks}
     * @param only when it has to be answered, in words; empty: always
     */
    public record Field(
            String name, String kind, String label, String hint, String only, boolean required, List<Option> options) {}

    static List<Field> fields(View view, Service service) {
        return service.questions().stream()
                .map(question -> field(view, service, question))
                .toList();
    }

    private static Field field(View view, Service service, Question question) {
        return new Field(
                FIELD + question.code(),
                kind(question),
                view.localised(question.label()),
                view.localised(question.hint()),
                service.question(question.when())
                        .map(decides -> view.msg(
                                "complaints.report.onlyIf",
                                view.localised(decides.label()),
                                decides.choice(question.is())
                                        .map(choice -> view.localised(choice.name()))
                                        .orElse(question.is())))
                        .orElse(""),
                question.required() && question.when().isEmpty(),
                question.choices().stream()
                        .map(choice ->
                                new Option(choice.key(), view.localised(choice.name()), view.localised(choice.stop())))
                        .toList());
    }

    private static String kind(Question question) {
        if (question.notice()) {
            return "notice";
        }
        return switch (question.datatype()) {
            case "number" -> "number";
            case "datetime" -> "date";
            case "text" -> "lines";
            case "singlevaluelist" -> question.choices().size() > RADIOS ? "list" : "radios";
            case "multivaluelist" -> "checks";
            default -> "line";
        };
    }

    /** The answers that a form brought, by code of the question. */
    static Map<String, List<String>> answers(HttpServletRequest request, Service service) {
        Map<String, List<String>> answers = new TreeMap<>();
        service.questions().forEach(question -> {
            String[] values = request.getParameterValues(FIELD + question.code());
            if (values != null) {
                List<String> given = new ArrayList<>();
                for (String value : values) {
                    String text = value.strip();
                    if (!text.isEmpty() && text.length() <= 4000) {
                        given.add(text);
                    }
                }
                answers.put(question.code(), List.copyOf(given));
            }
        });
        return answers;
    }

    /** Problems under the names of this form's fields, in words. */
    static Map<String, String> problems(View view, Map<String, String> problems) {
        Map<String, String> words = new LinkedHashMap<>();
        problems.forEach((field, key) -> words.put(
                field.startsWith("attribute[")
                        ? FIELD + field.substring("attribute[".length(), field.length() - 1)
                        : field,
                view.msg(key)));
        return words;
    }

    /** What to do instead, where an answer ends the report; empty when none does. */
    static String stop(View view, Service service, Map<String, List<String>> answers) {
        return service.questions().stream()
                .filter(question -> question.asked(answers))
                .flatMap(question -> answers.getOrDefault(question.code(), List.of()).stream()
                        .flatMap(answer -> question.choice(answer).stream()))
                .map(choice -> view.localised(choice.stop()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
