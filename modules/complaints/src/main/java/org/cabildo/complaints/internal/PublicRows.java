// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.DENSITY;
import static org.cabildo.complaints.internal.jooq.Tables.PHOTO;
import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cabildo.complaints.PublicRequest;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Tile;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.transaction.annotation.Transactional;

/** What the public may see, read from rows that are listed and no others. */
@UseCase
@Transactional(readOnly = true)
class PublicRows implements PublicRequests {

    private static final int NEAREST = 5;
    private static final int PINS = 200;
    private static final int TILES = 400;
    private static final int FINEST_DENSITY = 18;
    private static final int COARSEST_DENSITY = 6;
    private static final double METRES_PER_DEGREE = 111_320;

    private final DSLContext dsl;
    private final Catalogues catalogues;
    private final RequestRows rows;
    private final Clock clock;

    PublicRows(DSLContext dsl, Catalogues catalogues, RequestRows rows, Clock clock) {
        this.dsl = dsl;
        this.catalogues = catalogues;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Slice search(TenantId tenant, Query query) {
        boolean backwards = query.after() != null;
        Cursor place = backwards ? query.after() : query.before();
        Condition beyond = place == null
                ? noCondition()
                : backwards
                        ? row(REQUEST.REQUESTED_AT, REQUEST.ID).gt(place.at(), place.id())
                        : row(REQUEST.REQUESTED_AT, REQUEST.ID).lt(place.at(), place.id());
        List<ServiceRequest> found = new ArrayList<>(dsl.selectFrom(REQUEST)
                .where(wanted(tenant, query))
                .and(beyond)
                .orderBy(
                        backwards ? REQUEST.REQUESTED_AT.asc() : REQUEST.REQUESTED_AT.desc(),
                        backwards ? REQUEST.ID.asc() : REQUEST.ID.desc())
                .limit(query.size() + 1)
                .fetch(RequestRead::request));
        boolean more = found.size() > query.size();
        if (more) {
            found.removeLast();
        }
        if (backwards) {
            Collections.reverse(found);
        }
        return new Slice(publicly(tenant, found), backwards ? more : place != null, backwards || more);
    }

    @Override
    public int count(TenantId tenant, Query query, int most) {
        return dsl.fetchCount(
                dsl.selectOne().from(REQUEST).where(wanted(tenant, query)).limit(most));
    }

    private Condition wanted(TenantId tenant, Query query) {
        return Owned.by(tenant, REQUEST)
                .and(REQUEST.LISTED)
                .and(among(REQUEST.SERVICE, query.services()))
                .and(among(REQUEST.TERRITORY, query.territories()))
                .and(query.agency().isEmpty() ? noCondition() : REQUEST.AGENCY.eq(query.agency()))
                .and(query.status().isEmpty() ? noCondition() : REQUEST.STATUS.eq(query.status()))
                .and(stage(query.stage()))
                .and(query.from() == null ? noCondition() : REQUEST.REQUESTED_AT.ge(query.from()))
                .and(query.until() == null ? noCondition() : REQUEST.REQUESTED_AT.lt(query.until()));
    }

    private static Condition among(Field<String> field, List<String> codes) {
        return codes.isEmpty() ? noCondition() : field.in(codes);
    }

    private Condition stage(Stage stage) {
        return switch (stage) {
            case ALL -> noCondition();
            case OPEN -> REQUEST.CLOSED_AT.isNull();
            case CLOSED -> REQUEST.CLOSED_AT.isNotNull();
            case OVERDUE ->
                REQUEST.CLOSED_AT
                        .isNull()
                        .and(REQUEST.PAUSED_AT.isNull())
                        .and(REQUEST.SOLUTION_DUE.lt(clock.instant()));
        };
    }

    @Override
    public Optional<PublicRequest> find(TenantId tenant, long id) {
        return rows.find(tenant, id)
                .filter(ServiceRequest::listed)
                .map(request -> publicly(tenant, List.of(request)).getFirst());
    }

    @Override
    public List<Event> timeline(TenantId tenant, long id) {
        if (rows.find(tenant, id).filter(ServiceRequest::listed).isEmpty()) {
            return List.of();
        }
        return rows.events(tenant, id, false);
    }

    @Override
    public List<Near> nearby(TenantId tenant, String service, GeoPoint place) {
        int radius = catalogues.of(tenant).service(service).map(Service::radius).orElse(0);
        if (radius <= 0) {
            return List.of();
        }
        List<ServiceRequest> around = dsl.selectFrom(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.LISTED)
                .and(REQUEST.CLOSED_AT.isNull())
                .and(REQUEST.SERVICE.eq(service))
                .and(within(REQUEST.CELL, around(place, radius), Tile.FINEST))
                .limit(PINS)
                .fetch(RequestRead::request);
        record Far(ServiceRequest request, double metres) {}
        List<Far> nearest = around.stream()
                .map(request -> new Far(request, Tile.metres(place, request.point())))
                .filter(far -> far.metres() <= radius)
                .sorted(Comparator.comparingDouble(Far::metres))
                .limit(NEAREST)
                .toList();
        List<PublicRequest> shown =
                publicly(tenant, nearest.stream().map(Far::request).toList());
        List<Near> near = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            near.add(new Near(shown.get(i), nearest.get(i).metres()));
        }
        return near;
    }

    /** The box around a circle. */
    static Tile.Box around(GeoPoint place, double metres) {
        double high = metres / METRES_PER_DEGREE;
        double wide = high / Math.max(0.01, Math.cos(Math.toRadians(place.latitude())));
        return new Tile.Box(
                Math.max(-90, place.latitude() - high),
                Math.max(-180, place.longitude() - wide),
                Math.min(90, place.latitude() + high),
                Math.min(180, place.longitude() + wide));
    }

    /** Cells of a zoom that lie in a box. */
    private static Condition within(Field<Long> cell, Tile.Box box, int zoom) {
        int shift = 2 * (Tile.FINEST - zoom);
        Condition any = falseCondition();
        for (Tile.Range range : box.ranges()) {
            any = any.or(cell.between(range.first() >>> shift, range.last() >>> shift));
        }
        return any;
    }

    @Override
    public List<Spot> box(TenantId tenant, Tile.Box box, Query query) {
        int zoom = Math.min(FINEST_DENSITY, box.zoomFor(TILES) / 2 * 2);
        boolean countable = query.territories().isEmpty()
                && query.agency().isEmpty()
                && query.status().isEmpty()
                && query.stage() != Stage.OVERDUE
                && query.from() == null
                && query.until() == null;
        if (countable && zoom >= COARSEST_DENSITY) {
            List<Spot> together = together(tenant, box, query, zoom);
            if (together.stream().mapToInt(Spot::count).sum() > PINS) {
                return together;
            }
        }
        List<ServiceRequest> pins = dsl.selectFrom(REQUEST)
                .where(wanted(tenant, query))
                .and(within(REQUEST.CELL, box, Tile.FINEST))
                // where all fit, an order would only lead the planner through the whole list instead of the box
                .orderBy(countable ? List.of() : List.of(REQUEST.REQUESTED_AT.desc(), REQUEST.ID.desc()))
                .limit(PINS)
                .fetch(RequestRead::request);
        return publicly(
                        tenant,
                        pins.stream().filter(pin -> box.holds(pin.point())).toList())
                .stream()
                .map(pin -> new Spot(pin.point(), 1, pin.open() ? 1 : 0, pin))
                .toList();
    }

    private List<Spot> together(TenantId tenant, Tile.Box box, Query query, int zoom) {
        Field<BigDecimal> received = sum(DENSITY.RECEIVED);
        Field<BigDecimal> open = sum(DENSITY.OPEN);
        return dsl
                .select(DENSITY.CELL, received, open)
                .from(DENSITY)
                .where(Owned.by(tenant, DENSITY))
                .and(DENSITY.ZOOM.eq((short) zoom))
                .and(within(DENSITY.CELL, box, zoom))
                .and(among(DENSITY.SERVICE, query.services()))
                .groupBy(DENSITY.CELL)
                .fetch(tile -> {
                    int stillOpen = tile.value3().intValue();
                    int all = tile.value2().intValue();
                    int shown = switch (query.stage()) {
                        case OPEN, OVERDUE -> stillOpen;
                        case CLOSED -> all - stillOpen;
                        case ALL -> all;
                    };
                    return new Spot(
                            Tile.of(tile.value1(), zoom).middle(),
                            shown,
                            query.stage() == Stage.CLOSED ? 0 : stillOpen,
                            null);
                })
                .stream()
                .filter(spot -> spot.count() > 0)
                .toList();
    }

    /** The public part of requests, with the numbers of the pictures that came with the report. */
    private List<PublicRequest> publicly(TenantId tenant, Collection<ServiceRequest> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        Catalogue catalogue = catalogues.of(tenant);
        List<Long> pictured = requests.stream()
                .filter(request -> request.photos() > 0)
                .map(ServiceRequest::id)
                .toList();
        Map<Long, List<Long>> photos = pictured.isEmpty()
                ? Map.of()
                : dsl.select(PHOTO.REQUEST, PHOTO.ID)
                        .from(PHOTO)
                        .where(Owned.by(tenant, PHOTO))
                        .and(PHOTO.REQUEST.in(pictured))
                        .and(PHOTO.ENTRY.isNull())
                        .and(PHOTO.HIDDEN.isFalse())
                        .orderBy(PHOTO.ID)
                        .fetchGroups(PHOTO.REQUEST, PHOTO.ID);
        return requests.stream()
                .map(request -> PublicRequest.of(
                        request, answers(catalogue, request), photos.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private static Map<String, List<String>> answers(Catalogue catalogue, ServiceRequest request) {
        Map<String, List<String>> shown = new TreeMap<>();
        catalogue
                .service(request.service())
                .ifPresent(service -> service.questions().stream()
                        .filter(question -> question.list()
                                || question.datatype().equals("number")
                                || question.datatype().equals("datetime"))
                        .filter(question -> request.answers().containsKey(question.code()))
                        .forEach(question ->
                                shown.put(question.code(), request.answers().get(question.code()))));
        return shown;
    }
}
