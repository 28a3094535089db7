// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An extra question of a service (Open311 GeoReport v2, "attribute").
 *
 * @param datatype {@code string}, {@code number}, {@code datetime}, {@code text}, {@code singlevaluelist} or {@code
 *     multivaluelist}
 * @param notice whether it is only read, never answered (Open311 {@code variable=false})
 * @param hint what helps to answer, by language (Open311 {@code datatype_description})
 * @param when code of the question that decides whether this one is asked, and {@code is} the answer for which it is;
 *     empty: it is always asked
 */
public record Question(
        String code,
        Map<String, String> label,
        Map<String, String> hint,
        String datatype,
        boolean required,
        boolean notice,
        String when,
        String is,
        List<Choice> choices) {

    /**
     * An answer to choose.
     *
     * @param stop when this answer ends the report: what to do instead, by language; empty: it does not
     */
    public record Choice(String key, Map<String, String> name, Map<String, String> stop) {

        public Choice {
            key = Absent.text(key);
            name = Absent.texts(name);
            stop = Absent.texts(stop);
        }
    }

    public static final List<String> DATATYPES =
            List.of("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist");

    public Question {
        code = Absent.text(code);
        label = Absent.texts(label);
        hint = Absent.texts(hint);
        datatype = Absent.text(datatype);
        when = Absent.text(when);
        is = Absent.text(is);
        choices = Absent.list(choices);
    }

    @JsonIgnore
    public boolean list() {
        return datatype.endsWith("valuelist");
    }

    @JsonIgnore
    public boolean several() {
        return datatype.equals("multivaluelist");
    }

    public Optional<Choice> choice(String key) {
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst();
    }

    /** Whether it is asked, given the answers to the others. */
    public boolean asked(Map<String, List<String>> answers) {
        return !notice
                && (when.isEmpty() || answers.getOrDefault(when, List.of()).contains(is));
    }
}
