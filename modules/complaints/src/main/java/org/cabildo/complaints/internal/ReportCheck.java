// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.Service;

/** What is missing or wrong in a report: message keys by field. */
final class ReportCheck {

    static final int LONGEST = 4_000;

    /** Channels whose standard asks for no description: the service and its answers may say all. */
    private static final Set<String> MACHINES = Set.of("open311", "import");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,10})?");

    private ReportCheck() {}

    static Map<String, String> problems(Service service, NewRequest request) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!service.reportable()) {
            problems.put("service", "complaints.problem.notOffered");
        }
        if (request.point() == null
                && request.address().isBlank()
                && request.addressId().isBlank()
                && request.territory().isBlank()) {
            problems.put("place", "complaints.problem.place");
        }
        if (request.description().isBlank() && !MACHINES.contains(request.channel())) {
            problems.put("description", "complaints.problem.description");
        } else if (request.description().length() > LONGEST) {
            problems.put("description", "complaints.problem.descriptionLong");
        }
        String email = request.reporter().email();
        if (!email.isEmpty() && (email.length() > 254 || !ADDRESS.matcher(email).matches())) {
            problems.put("email", "complaints.problem.email");
        } else if (service.named()
                && email.isEmpty()
                && request.reporter().phone().isEmpty()) {
            problems.put("email", "complaints.problem.emailNeeded");
        }
        service.questions().forEach(question -> {
            String problem = problem(question, request.answers());
            if (!problem.isEmpty()) {
                problems.put("attribute[" + question.code() + "]", problem);
            }
        });
        return problems;
    }

    private static String problem(Question question, Map<String, List<String>> answers) {
        if (!question.asked(answers)) {
            return "";
        }
        List<String> given = answers.getOrDefault(question.code(), List.of()).stream()
                .filter(answer -> !answer.isBlank())
                .toList();
        if (given.isEmpty()) {
            return question.required() ? "complaints.problem.answer" : "";
        }
        if (given.size() > 1 && !question.several()) {
            return "complaints.problem.oneAnswer";
        }
        for (String answer : given) {
            String problem = problem(question, answer);
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    private static String problem(Question question, String answer) {
        return switch (question.datatype()) {
            case "singlevaluelist", "multivaluelist" ->
                question.choice(answer)
                        .map(choice -> choice.stop().isEmpty() ? "" : "complaints.problem.stop")
                        .orElse("complaints.problem.choice");
            case "number" -> NUMBER.matcher(answer).matches() ? "" : "complaints.problem.number";
            case "datetime" -> moment(answer) ? "" : "complaints.problem.datetime";
            default -> answer.length() <= LONGEST ? "" : "complaints.problem.descriptionLong";
        };
    }

    /** A date and time with an offset as W3C writes it, or as a browser's field sends it, without one. */
    private static boolean moment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException exception) {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?");
        }
    }
}
