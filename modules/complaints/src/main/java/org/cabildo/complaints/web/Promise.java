// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.cabildo.complaints.PublicRequest;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.catalogue.WorkCalendar;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;

/**
 * What was promised for a request, and how the date came about.
 *
 * @param sentence the promise as it stands
 * @param how each step of the reckoning as a sentence; empty when nothing was promised
 */
public record Promise(String sentence, Tone tone, List<String> how) {

    private static final int MINUTES = 60;

    static Promise of(RequestWords words, PublicRequest request) {
        View view = words.view();
        Catalogue catalogue = words.catalogue();
        ServiceLevel level = catalogue
                .service(request.service())
                .map(Service::level)
                .flatMap(catalogue::level)
                .orElse(null);
        Instant due = request.clocks().solution();
        if (due == null || level == null) {
            return new Promise(view.msg("complaints.promise.none"), Tone.NEUTRAL, List.of());
        }
        List<String> how = how(view, catalogue, level);
        how.add(view.msg("complaints.promise.from", view.dateTime(request.requestedAt())));
        if (request.waited() > 0) {
            how.add(view.msg("complaints.promise.waited", span(view, Duration.ofSeconds(request.waited()))));
        }
        if (request.reopened() > 0) {
            how.add(view.msg("complaints.promise.reopened"));
        }
        return new Promise(sentence(words, request, due), tone(words, request), how);
    }

    /** What a service promises, before anything is reported; no steps when it promises nothing. */
    static Promise of(View view, Catalogue catalogue, Service service) {
        return catalogue
                .level(service.level())
                .filter(level -> level.solution() > 0)
                .map(level -> new Promise(
                        view.msg("complaints.promise.service", view.localised(level.name())),
                        Tone.INFO,
                        how(view, catalogue, level)))
                .orElse(new Promise(view.msg("complaints.promise.none"), Tone.NEUTRAL, List.of()));
    }

    private static String sentence(RequestWords words, PublicRequest request, Instant due) {
        View view = words.view();
        Instant closed = request.closedAt();
        if (closed != null) {
            boolean solved = words.catalogue()
                    .status(request.status())
                    .filter(status -> status.role() == Status.Role.SOLVED)
                    .isPresent();
            String key = solved
                    ? closed.isAfter(due) ? "complaints.promise.solvedLate" : "complaints.promise.solvedInTime"
                    : "complaints.promise.closed";
            return view.msg(key, view.date(closed), view.date(due));
        }
        Instant paused = request.clocks().pausedAt();
        if (paused != null) {
            return view.msg("complaints.promise.paused", view.date(paused));
        }
        return view.msg(
                due.isBefore(words.now()) ? "complaints.promise.passed" : "complaints.promise.until",
                view.dateTime(due));
    }

    private static Tone tone(RequestWords words, PublicRequest request) {
        if (request.late(words.now())) {
            return Tone.BAD;
        }
        return request.clocks().pausedAt() != null ? Tone.WARNING : request.open() ? Tone.INFO : Tone.GOOD;
    }

    private static List<String> how(View view, Catalogue catalogue, ServiceLevel level) {
        List<String> how = new ArrayList<>();
        String hours = view.number(level.solution() / MINUTES, 0);
        WorkCalendar calendar = catalogue.calendar(level.calendar()).orElse(null);
        if (calendar == null) {
            how.add(view.msg("complaints.promise.hours", view.localised(level.name()), hours));
            return how;
        }
        how.add(view.msg("complaints.promise.workingHours", view.localised(level.name()), hours));
        how.add(view.msg("complaints.promise.calendar", hours(view.locale(), calendar)));
        if (!calendar.holidays().isEmpty()) {
            how.add(view.msg("complaints.promise.holidays"));
        }
        return how;
    }

    /** Working hours in words, days with the same hours together: "lunes–viernes 08:00–12:00, 14:00–18:00". */
    private static String hours(Locale locale, WorkCalendar calendar) {
        Map<String, List<String>> byHours = new LinkedHashMap<>();
        calendar.week().forEach((day, spans) -> {
            StringJoiner joined = new StringJoiner(", ");
            spans.forEach(span -> joined.add(clock(span.fromSecond()) + "–" + clock(span.untilSecond())));
            byHours.computeIfAbsent(joined.toString(), key -> new ArrayList<>())
                    .add(day.getDisplayName(TextStyle.FULL, locale));
        });
        StringJoiner all = new StringJoiner("; ");
        byHours.forEach((spans, days) -> all.add(
                (days.size() > 2 ? days.getFirst() + "–" + days.getLast() : String.join(", ", days)) + " " + spans));
        return all.toString();
    }

    private static String clock(int second) {
        return "%02d:%02d".formatted(second / 3600, second / 60 % 60);
    }

    private static String span(View view, Duration time) {
        return time.toDays() > 0
                ? view.msg("complaints.days", time.toDays())
                : view.msg("complaints.hours", Math.max(1, time.toHours()));
    }
}
