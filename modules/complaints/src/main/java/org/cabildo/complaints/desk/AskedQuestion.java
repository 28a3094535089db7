// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import java.util.List;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.platform.web.Option;

/** A question in the words of the page. */
public record AskedQuestion(Question question, String label, String hint, String condition, List<Option> options) {

    static AskedQuestion of(Seat seat, Service service, Question question) {
        String condition = service.question(question.when())
                .map(other -> seat.view()
                        .msg(
                                "complaints.desk.askedWhen",
                                seat.name(other.label(), other.code()),
                                other.choice(question.is())
                                        .map(choice -> seat.name(choice.name(), choice.key()))
                                        .orElse(question.is())))
                .orElse("");
        return new AskedQuestion(
                question,
                seat.name(question.label(), question.code()),
                seat.view().localised(question.hint()),
                condition,
                question.choices().stream()
                        .map(choice -> new Option(
                                choice.key(),
                                seat.name(choice.name(), choice.key()),
                                seat.view().localised(choice.stop())))
                        .toList());
    }

    /** What helps to answer, and when it has to be asked at all. */
    public String help() {
        return (condition + " " + hint).strip();
    }
}
