// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.complaints.Tile;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.open311.Refusal.Problem;
import org.cabildo.geography.GeoPoint;
import org.jspecify.annotations.Nullable;

/** GeoReport v2, "GET Service Requests": which requests the parameters ask for. */
final class RequestQuery {

    /** The longest span of reporting, and what is answered when none is named. */
    static final Duration SPAN = Duration.ofDays(90);

    /** The most that is answered at once. */
    static final int MOST = 1_000;

    private static final int PAGE = 100;
    private static final int PAGES = 10_000;
    private static final int NEAR = 750;
    private static final int FAR = 5_000;

    private final Parameters parameters;
    private final Catalogue catalogue;
    private final Instant now;

    RequestQuery(Parameters parameters, Catalogue catalogue, Instant now) {
        this.parameters = parameters;
        this.catalogue = catalogue;
        this.now = now;
    }

    OpenFilter filter() {
        List<String> ids = parameters.list("service_request_id");
        boolean detailed = parameters.yes("extensions");
        if (!ids.isEmpty()) {
            return OpenFilter.of(numbers(ids), detailed);
        }
        Instant from = parameters.moment("start_date");
        Instant until = parameters.moment("end_date");
        Instant changedFrom = parameters.moment("updated_after");
        Instant changedUntil = parameters.moment("updated_before");
        ordered(from, until, "start_date", "end_date");
        ordered(changedFrom, changedUntil, "updated_after", "updated_before");
        if (from != null && until != null && Duration.between(from, until).compareTo(SPAN) > 0) {
            throw Refusal.wrong("complaints.open311.span", SPAN.toDays());
        }
        boolean unbounded = from == null && until == null && changedFrom == null && changedUntil == null;
        boolean paged = !parameters.text("page").isEmpty()
                || !parameters.text("page_size").isEmpty();
        int size = parameters.whole("page_size", paged ? PAGE : MOST, 1, MOST);
        return new OpenFilter(
                List.of(),
                services(),
                open(),
                from != null ? from : unbounded ? now.minus(SPAN) : until == null ? null : until.minus(SPAN),
                until != null || from == null ? until : from.plus(SPAN),
                changedFrom,
                changedUntil,
                box(),
                detailed,
                (parameters.whole("page", 1, 1, PAGES) - 1) * size,
                size);
    }

    private static void ordered(@Nullable Instant from, @Nullable Instant until, String first, String last) {
        if (from != null && until != null && until.isBefore(from)) {
            throw Refusal.wrong("complaints.open311.order", first, last);
        }
    }

    /** Numbers of requests; what is no number is nobody's. */
    private static List<Long> numbers(List<String> ids) {
        if (ids.size() > MOST) {
            throw Refusal.wrong("complaints.open311.many", "service_request_id", MOST);
        }
        List<Long> numbers = ids.stream()
                .filter(RequestQuery::number)
                .map(Long::valueOf)
                .distinct()
                .toList();
        if (numbers.isEmpty()) {
            throw Refusal.absent("complaints.open311.request", String.join(", ", ids));
        }
        return numbers;
    }

    static boolean number(String id) {
        return id.matches("[0-9]{1,18}");
    }

    private List<String> services() {
        List<String> codes = parameters.list("service_code");
        List<Problem> unknown = codes.stream()
                .filter(code -> catalogue
                        .service(code)
                        .filter(service -> !service.confidential())
                        .isEmpty())
                .map(code -> Problem.of(404, "complaints.open311.service", code))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(404, unknown);
        }
        return codes;
    }

    private @Nullable Boolean open() {
        Set<String> wanted = new TreeSet<>();
        List<Problem> wrong = new ArrayList<>();
        for (String status : parameters.list("status")) {
            String word = status.toLowerCase(Locale.ROOT);
            if (word.equals("open") || word.equals("closed")) {
                wanted.add(word);
            } else {
                wrong.add(Problem.of(400, "complaints.open311.status", status));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(400, wrong);
        }
        return wanted.size() == 1 ? Boolean.valueOf(wanted.contains("open")) : null;
    }

    private Tile.@Nullable Box box() {
        GeoPoint middle = parameters.point();
        return middle == null ? null : Tile.Box.around(middle, parameters.whole("radius", NEAR, 1, FAR));
    }
}
