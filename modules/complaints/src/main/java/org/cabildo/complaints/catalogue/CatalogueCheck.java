// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with a catalogue, as {@code place: problem}; nothing when it is valid. */
public final class CatalogueCheck {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+([_.-][A-Za-z0-9]+)*");
    private static final int LONGEST = 60;
    private static final Set<Status.Role> ONCE =
            Set.of(Status.Role.START, Status.Role.DUPLICATE, Status.Role.REOPENED, Status.Role.WITHDRAWN);

    private final Catalogue catalogue;
    private final List<String> problems = new ArrayList<>();

    private CatalogueCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public static List<String> problems(Catalogue catalogue) {
        CatalogueCheck check = new CatalogueCheck(catalogue);
        check.codes();
        check.calendars();
        check.levels();
        check.services();
        check.routes();
        check.states();
        return check.problems;
    }

    private void refuse(String place, String problem) {
        problems.add(place + ": " + problem);
    }

    private void codes() {
        unique("agencies", catalogue.agencies(), Agency::code);
        unique("calendars", catalogue.calendars(), WorkCalendar::code);
        unique("levels", catalogue.levels(), ServiceLevel::code);
        unique("groups", catalogue.groups(), ServiceGroup::code);
        unique("services", catalogue.services(), Service::code);
        unique("statuses", catalogue.statuses(), Status::code);
        unique("templates", catalogue.templates(), ResponseTemplate::code);
        catalogue
                .agencies()
                .forEach(one -> named("agencies", one.code(), one.name().isEmpty()));
        catalogue.groups().forEach(one -> named("groups", one.code(), one.name().isEmpty()));
        catalogue
                .services()
                .forEach(one -> named("services", one.code(), one.name().isEmpty()));
        catalogue
                .statuses()
                .forEach(one -> named("statuses", one.code(), one.name().isEmpty()));
        catalogue.levels().forEach(one -> named("levels", one.code(), one.name().isEmpty()));
        catalogue
                .calendars()
                .forEach(one -> named("calendars", one.code(), one.name().isEmpty()));
    }

    private void named(String kind, String code, boolean nameless) {
        if (nameless) {
            refuse(kind + " " + code, "name is missing");
        }
    }

    private <T> void unique(String kind, List<T> items, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        for (T item : items) {
            String one = code.apply(item);
            if (one.length() > LONGEST || !CODE.matcher(one).matches()) {
                refuse(
                        kind + " " + one,
                        "a code has letters and digits, with - _ or . between them, at most " + LONGEST);
            }
            if (!seen.add(one)) {
                refuse(kind + " " + one, "is there twice");
            }
        }
    }

    private void calendars() {
        for (WorkCalendar calendar : catalogue.calendars()) {
            try {
                if (calendar.week().values().stream().allMatch(List::isEmpty)) {
                    refuse("calendars " + calendar.code(), "nobody ever works");
                }
                calendar.free();
            } catch (IllegalArgumentException | java.time.DateTimeException exception) {
                refuse("calendars " + calendar.code(), exception.getMessage());
            }
        }
    }

    private void levels() {
        for (ServiceLevel level : catalogue.levels()) {
            String place = "levels " + level.code();
            known(place, "calendar", level.calendar(), codes(catalogue.calendars(), WorkCalendar::code), true);
            if (level.response() < 0 || level.update() < 0 || level.solution() < 0) {
                refuse(place, "a clock cannot be negative");
            }
            if (level.warn() < 0 || level.warn() >= 100) {
                refuse(place, "warn is a percentage from 0 to 99");
            }
            int before = -1;
            for (ServiceLevel.Escalation step : level.escalation()) {
                if (step.after() <= before) {
                    refuse(place, "each step of the escalation comes after the one before it");
                }
                before = step.after();
                known(place, "agency", step.agency(), codes(catalogue.agencies(), Agency::code), true);
                if (step.agency().isEmpty() && step.email().isEmpty()) {
                    refuse(place, "a step of the escalation names an agency or an address");
                }
            }
        }
    }

    private void services() {
        Set<String> groups = codes(catalogue.groups(), ServiceGroup::code);
        Set<String> levels = codes(catalogue.levels(), ServiceLevel::code);
        for (Service service : catalogue.services()) {
            String place = "services " + service.code();
            known(place, "group", service.group(), groups, true);
            known(place, "level", service.level(), levels, true);
            if (!Service.TYPES.contains(service.type())) {
                refuse(place, "type is one of " + String.join(", ", Service.TYPES));
            }
            if (!Set.of("reporter", "anybody").contains(service.reopenBy())) {
                refuse(place, "reopenBy is reporter or anybody");
            }
            if (service.radius() < 0 || service.radius() > 2_000) {
                refuse(place, "radius is from 0 to 2000 metres");
            }
            if (service.reopen() < 0 || service.reopen() > 3_650) {
                refuse(place, "reopen is from 0 to 3650 days");
            }
            questions(place, service);
        }
    }

    private void questions(String place, Service service) {
        unique(place + " questions", service.questions(), Question::code);
        Set<String> before = new HashSet<>();
        for (Question question : service.questions()) {
            String here = place + " question " + question.code();
            if (question.label().isEmpty()) {
                refuse(here, "label is missing");
            }
            if (!Question.DATATYPES.contains(question.datatype())) {
                refuse(here, "datatype is one of " + String.join(", ", Question.DATATYPES));
            }
            if (question.list() == question.choices().isEmpty() && !question.notice()) {
                refuse(here, question.list() ? "a list needs choices" : "only a list has choices");
            }
            unique(here + " choices", question.choices(), Question.Choice::key);
            if (!question.when().isEmpty() && !before.contains(question.when())) {
                refuse(here, "depends on " + question.when() + ", which is not asked before it");
            }
            before.add(question.code());
        }
    }

    private void routes() {
        Set<String> services = codes(catalogue.services(), Service::code);
        Set<String> agencies = codes(catalogue.agencies(), Agency::code);
        for (int i = 0; i < catalogue.routes().size(); i++) {
            Route route = catalogue.routes().get(i);
            String place = "routes " + (i + 1);
            known(place, "service", route.service(), services, true);
            known(place, "agency", route.agency(), agencies, false);
            if (!route.question().isEmpty()
                    && catalogue
                            .service(route.service())
                            .flatMap(one -> one.question(route.question()))
                            .isEmpty()) {
                refuse(place, "question " + route.question() + " is not one of the service");
            }
        }
    }

    private void states() {
        Set<String> statuses = codes(catalogue.statuses(), Status::code);
        for (Status.Role role : ONCE) {
            if (catalogue.statuses().stream().filter(one -> one.role() == role).count() != 1) {
                refuse("statuses", "exactly one state is " + role);
            }
        }
        if (catalogue.statuses().stream().noneMatch(one -> one.role() == Status.Role.SOLVED)) {
            refuse("statuses", "at least one state is SOLVED");
        }
        Set<String> pairs = new HashSet<>();
        for (Transition transition : catalogue.transitions()) {
            String place = "transitions " + transition.from() + " to " + transition.to();
            known(place, "from", transition.from(), statuses, false);
            known(place, "to", transition.to(), statuses, false);
            if (transition.from().equals(transition.to())) {
                refuse(place, "leads nowhere");
            }
            if (!pairs.add(transition.from() + " " + transition.to())) {
                refuse(place, "is there twice");
            }
            if (transition.roles().isEmpty()) {
                refuse(place, "names nobody who may do it");
            }
        }
        catalogue.statuses().stream()
                .filter(one -> one.open() && catalogue.from(one.code()).isEmpty())
                .forEach(one -> refuse("statuses " + one.code(), "an open state needs a way on"));
        Set<String> seen = new HashSet<>();
        catalogue.reasons().forEach(reason -> {
            known("reasons " + reason.code(), "status", reason.status(), statuses, false);
            named("reasons", reason.code(), reason.name().isEmpty());
            if (!seen.add(reason.status() + " " + reason.code())) {
                refuse("reasons " + reason.code(), "is there twice");
            }
        });
        catalogue.templates().forEach(template -> {
            known("templates " + template.code(), "status", template.status(), statuses, true);
            known(
                    "templates " + template.code(),
                    "service",
                    template.service(),
                    codes(catalogue.services(), Service::code),
                    true);
        });
    }

    private static <T> Set<String> codes(Collection<T> items, Function<T, String> code) {
        return items.stream().map(code).collect(Collectors.toSet());
    }

    private void known(String place, String what, String code, Set<String> known, boolean optional) {
        if (code.isEmpty() ? !optional : !known.contains(code)) {
            refuse(place, what + " " + (code.isEmpty() ? "is missing" : code + " is unknown"));
        }
    }
}
