// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.ArrayList;
import java.util.List;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Route;
import org.cabildo.platform.web.Option;
import org.jspecify.annotations.Nullable;

/** Which office gets what, in order. */
final class Routes implements Kind<Routes.Numbered> {

    /** A route with its place in the list, which is what it is called by. */
    record Numbered(int number, Route route) {}

    @Override
    public String path() {
        return "rutas";
    }

    @Override
    public List<Numbered> items(Catalogue catalogue) {
        List<Numbered> items = new ArrayList<>();
        catalogue.routes().forEach(route -> items.add(new Numbered(items.size() + 1, route)));
        return items;
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<Numbered> numbered) {
        List<Route> items = numbered.stream().map(Numbered::route).toList();
        return new Catalogue(
                catalogue.agencies(),
                catalogue.calendars(),
                catalogue.levels(),
                catalogue.groups(),
                catalogue.services(),
                items,
                catalogue.statuses(),
                catalogue.transitions(),
                catalogue.reasons(),
                catalogue.templates());
    }

    @Override
    public String code(Numbered item) {
        return "" + item.number();
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public String title(Words words, Numbered item) {
        return words.agency(item.route().agency());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.service", "complaints.settings.territory", "complaints.settings.answer");
    }

    @Override
    public List<String> cells(Words words, Numbered item) {
        Route route = item.route();
        String all = words.view().msg("complaints.settings.all");
        return List.of(
                route.service().isEmpty() ? all : words.service(route.service()),
                route.territory().isEmpty() ? all : route.territory(),
                route.question().isEmpty() ? "" : route.question() + " = " + route.answer());
    }

    @Override
    public List<FormField> fields(Words words, @Nullable Numbered item) {
        Route route = item == null ? new Route("", "", "", "", "") : item.route();
        List<Option> questions = words.catalogue().services().stream()
                .flatMap(service -> service.questions().stream()
                        .filter(question -> question.list())
                        .flatMap(question -> question.choices().stream()
                                .map(choice -> Option.of(
                                        service.code() + "~" + question.code() + "~" + choice.key(),
                                        words.service(service.code()) + ": "
                                                + words.name(question.label(), question.code()) + " "
                                                + words.name(choice.name(), choice.key())))))
                .toList();
        return List.of(
                FormField.choice(
                                "service",
                                words.view().msg("complaints.settings.service"),
                                words.services(),
                                route.service())
                        .optional(),
                FormField.line("territory", words.view().msg("complaints.settings.territory"), route.territory())
                        .hint(words.view().msg("complaints.settings.territoryHint"))
                        .optional(),
                FormField.choice(
                                "answer",
                                words.view().msg("complaints.settings.answer"),
                                questions,
                                route.question().isEmpty()
                                        ? ""
                                        : route.service() + "~" + route.question() + "~" + route.answer())
                        .optional(),
                FormField.choice(
                        "agency", words.view().msg("complaints.settings.agency"), words.agencies(), route.agency()));
    }

    @Override
    public Numbered read(Values values, @Nullable Numbered before) {
        String[] answer = values.line("answer").split("~", 3);
        boolean asked = answer.length == 3;
        if (asked && !answer[0].equals(values.line("service"))) {
            values.refuse("answer", "complaints.settings.answerError");
        }
        return new Numbered(
                before == null ? 0 : before.number(),
                new Route(
                        values.line("service"),
                        values.line("territory"),
                        asked ? answer[1] : "",
                        asked ? answer[2] : "",
                        values.line("agency")));
    }
}
