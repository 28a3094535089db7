// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.geography.GeoPoint;

/** What staff typed for somebody. */
public record CounterForm(
        String submission,
        String service,
        String channel,
        String latitude,
        String longitude,
        String territory,
        String address,
        String description,
        String name,
        String email,
        String phone,
        Map<String, List<String>> answers) {

    static CounterForm blank(String service) {
        return new CounterForm(
                java.util.UUID.randomUUID().toString(), service, "counter", "", "", "", "", "", "", "", "", Map.of());
    }

    static CounterForm of(HttpServletRequest request, Service service) {
        Map<String, List<String>> answers = new TreeMap<>();
        for (Question question : service.questions()) {
            String[] sent = request.getParameterValues(field(question.code()));
            List<String> given = new ArrayList<>();
            for (String answer : sent == null ? new String[0] : sent) {
                if (!answer.isBlank()) {
                    given.add(answer.strip());
                }
            }
            if (!given.isEmpty()) {
                answers.put(question.code(), given);
            }
        }
        return new CounterForm(
                Typed.line(request, "envio"),
                service.code(),
                Typed.line(request, "canal").equals("phone") ? "phone" : "counter",
                Typed.line(request, "lat"),
                Typed.line(request, "long"),
                Typed.line(request, "territory"),
                cut(Typed.line(request, "direccion"), 300),
                Typed.text(request, "description"),
                cut(Typed.line(request, "nombre"), 120),
                Typed.line(request, "email"),
                cut(Typed.line(request, "telefono"), 40),
                answers);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** Name of the field of a question. */
    public static String field(String question) {
        return "attribute-" + question;
    }

    /** The first answer to a question; empty when there is none. */
    public String answer(String question) {
        return answers.getOrDefault(question, List.of("")).getFirst();
    }

    /** Whether only one of two coordinates is there, or they lie nowhere. */
    boolean misplaced() {
        return !(latitude + longitude).isEmpty() && point() == null;
    }

    private @org.jspecify.annotations.Nullable GeoPoint point() {
        return GeoPoint.parse(latitude)
                .or(() -> GeoPoint.parse(latitude, longitude))
                .orElse(null);
    }

    NewRequest request(String locale) {
        return new NewRequest(
                submission.isEmpty() || submission.length() > 100
                        ? java.util.UUID.randomUUID().toString()
                        : submission,
                service,
                description,
                answers,
                point(),
                address,
                "",
                territory,
                channel,
                new Reporter(name, email, phone, false, locale),
                true,
                List.of(),
                "",
                null);
    }
}
