// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of requests, hidden and unconfirmed ones included. Called as the tenant. Confidential requests are
 * told apart by the filter; who may read them is for the caller to know.
 */
public interface Worklist {

    /** How a list is ordered. */
    enum Order {
        NEWEST,
        OLDEST,
        /** Open requests that have a promise, the nearest promise first. */
        DUE
    }

    /** Which requests by their state. */
    enum Stage {
        OPEN,
        CLOSED,
        ALL
    }

    /** Which requests by what they wait for. */
    enum Matter {
        NONE,
        /** Nobody has it. */
        UNASSIGNED,
        /** The promise passed. */
        LATE,
        /** The promise passes within two days. */
        SOON,
        HIDDEN,
        /** The reporter has not confirmed the address. */
        UNCONFIRMED,
        REOPENED
    }

    /**
     * What to list; empty texts, sets and nulls are everything.
     *
     * @param words a number of a request, or words of its text or address among the newest twenty thousand that fit
     * @param territories codes, those of parts included
     * @param confidential whether confidential requests are meant, and only those
     */
    record Filter(
            String words,
            Stage stage,
            Matter matter,
            String status,
            String service,
            String agency,
            Set<String> territories,
            @Nullable UUID person,
            String channel,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean confidential,
            Order order) {

        public static final Filter ALL =
                new Filter("", Stage.ALL, Matter.NONE, "", "", "", Set.of(), null, "", null, null, false, Order.NEWEST);
    }

    /** A place in a list: what it is ordered by, and the number of the request. */
    record Place(Instant at, long id) {}

    /** Part of a list, and the place after which it goes on; null at its end. */
    record Part(List<ServiceRequest> requests, @Nullable Place next) {}

    /** A picture of a request, with the entry that it came with; null: with the report. */
    record Photo(
            long id,
            @Nullable Long entry,
            String key,
            int width,
            int height,
            boolean hidden,
            List<Rectangle> redacted,
            @Nullable String publicKey) {

        /** The file to look at: for the public the one in which rectangles are painted over. */
        public String shownKey() {
            return publicKey == null ? key : publicKey;
        }
    }

    /** A rectangle of a picture in parts of a thousand of its width and height. */
    record Rectangle(int x, int y, int width, int height) {

        public Rectangle {
            if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > 1_000 || y + height > 1_000) {
                throw new IllegalArgumentException("Not a part of a picture");
            }
        }
    }

    /** A list that somebody keeps under a name; the query is that of the page's address. */
    record Saved(UUID id, String name, String query) {}

    Catalogue catalogue(TenantId tenant);

    Part list(TenantId tenant, Filter filter, @Nullable Place after, int atMost);

    Optional<ServiceRequest> find(TenantId tenant, long id);

    /** Several requests in the order of their numbers; those that are missing are left out. */
    List<ServiceRequest> find(TenantId tenant, Set<Long> ids);

    /** Everything that happened to a request, the oldest first. */
    List<Entry> entries(TenantId tenant, long request);

    List<Photo> photos(TenantId tenant, long request);

    /** Requests that were merged into this one. */
    List<ServiceRequest> duplicates(TenantId tenant, long request);

    /** Open requests around a request that may be about the same: of its service first, then the nearest. */
    List<ServiceRequest> nearby(TenantId tenant, ServiceRequest request, int metres, int atMost);

    List<Saved> saved(TenantId tenant, UUID person);

    /** Keeps a list under a name; one of the same name is replaced. */
    void save(TenantId tenant, UUID person, String name, String query);

    void forget(TenantId tenant, UUID person, UUID saved);
}
