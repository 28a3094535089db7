// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be reported (Open311 GeoReport v2, "service").
 *
 * @param keywords words that people use for it, with commas between them
 * @param type {@code realtime}, {@code batch} or {@code blackbox}, as Open311 knows them; empty is realtime
 * @param level code of its service level; may be empty
 * @param named whether a report needs a confirmed address; otherwise it may be anonymous
 * @param confidential whether reports are only for the roles that read confidential ones
 * @param retired whether it is no longer offered; its requests stay
 * @param emergency telephone number that people are sent to instead of reporting; empty: none
 * @param instead what to do in an emergency, by language
 * @param radius metres within which an open request of the same service may be the same; 0: never asked
 * @param reopen days after closing in which it may be reopened; 0: never
 * @param reopenBy {@code reporter} or {@code anybody}; empty is the reporter
 */
public record Service(
        String code,
        Map<String, String> name,
        Map<String, String> description,
        String group,
        String keywords,
        String type,
        String level,
        boolean named,
        boolean confidential,
        boolean retired,
        String emergency,
        Map<String, String> instead,
        int radius,
        int reopen,
        String reopenBy,
        List<Question> questions) {

    public static final List<String> TYPES = List.of("realtime", "batch", "blackbox");

    public Service {
        code = Absent.text(code);
        name = Absent.texts(name);
        description = Absent.texts(description);
        group = Absent.text(group);
        keywords = Absent.text(keywords);
        type = Absent.text(type).isEmpty() ? "realtime" : Absent.text(type);
        level = Absent.text(level);
        emergency = Absent.text(emergency);
        instead = Absent.texts(instead);
        reopenBy = Absent.text(reopenBy).isEmpty() ? "reporter" : Absent.text(reopenBy);
        questions = Absent.list(questions);
    }

    /** Whether people can be offered it: neither retired nor a matter for the telephone. */
    @JsonIgnore
    public boolean reportable() {
        return !retired && emergency.isEmpty();
    }

    public Optional<Question> question(String wanted) {
        return questions.stream()
                .filter(question -> question.code().equals(wanted))
                .findFirst();
    }
}
