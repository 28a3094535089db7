// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Requests as everybody may see them: confirmed, not hidden, not confidential, and nothing of who reported but a name
 * that its owner shows. Called as the tenant.
 */
public interface PublicRequests {

    /** How far requests are. */
    enum Stage {
        ALL,
        OPEN,
        CLOSED,
        /** Open although the promised solution passed. */
        OVERDUE
    }

    /** A place in the list, between two requests. */
    record Cursor(Instant at, long id) {

        /** The place of a request. */
        public static Cursor of(PublicRequest request) {
            return new Cursor(request.requestedAt(), request.id());
        }
    }

    /**
     * Which requests are wanted. Empty parts want everything.
     *
     * @param territories codes, each of which counts without those that lie in it
     * @param from first moment of reporting, and {@code until} the first that does not count any more
     * @param before requests older than this place, the newest first
     * @param after requests newer than this place; at most one of both is given
     */
    record Query(
            List<String> services,
            List<String> territories,
            String agency,
            String status,
            Stage stage,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Cursor before,
            @Nullable Cursor after,
            int size) {

        /** The newest ones. */
        public static Query newest(int size) {
            return new Query(List.of(), List.of(), "", "", Stage.ALL, null, null, null, null, size);
        }

        public Query before(@Nullable Cursor place) {
            return new Query(services, territories, agency, status, stage, from, until, place, null, size);
        }

        public Query size(int most) {
            return new Query(services, territories, agency, status, stage, from, until, before, after, most);
        }
    }

    /** A part of a list, the newest first, and whether there are newer and older ones. */
    record Slice(List<PublicRequest> items, boolean newer, boolean older) {}

    /** A request near a place. */
    record Near(PublicRequest request, double metres) {}

    /**
     * What stands on a map: one request, or how many lie together.
     *
     * @param request null where there are several
     */
    record Spot(
            GeoPoint point, int count, int open, @Nullable PublicRequest request) {}

    /**
     * Something that happened and everybody may know.
     *
     * @param author {@code staff}, {@code reporter}, {@code citizen}, {@code system} or {@code partner}
     */
    record Event(
            long id,
            Instant at,
            String kind,
            String author,
            @Nullable String status,
            @Nullable String reason,
            @Nullable String agency,
            String text,
            String mediaUrl,
            List<Long> photos) {}

    Slice search(TenantId tenant, Query query);

    /** How many there are; places are ignored. Counts at most so many. */
    int count(TenantId tenant, Query query, int most);

    Optional<PublicRequest> find(TenantId tenant, long id);

    /** What happened to a public request, the oldest first. */
    List<Event> timeline(TenantId tenant, long id);

    /** Open requests of a service so near to a place that they may be about the same, the nearest first. */
    List<Near> nearby(TenantId tenant, String service, GeoPoint place);

    /** What lies in a part of the map, drawn together where it is much. */
    List<Spot> box(TenantId tenant, Tile.Box box, Query query);
}
