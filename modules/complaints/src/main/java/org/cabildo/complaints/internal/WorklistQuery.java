// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Worklist.Filter;
import org.cabildo.complaints.Worklist.Matter;
import org.cabildo.complaints.Worklist.Order;
import org.cabildo.complaints.Worklist.Place;
import org.cabildo.complaints.Worklist.Stage;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a staff filter means to the database. */
@Component
class WorklistQuery {

    /** Words are looked for in so many of the newest rows, so that a search in a million takes no longer than in these. */
    private static final int SEARCHED = 20_000;

    private static final Duration SOON = Duration.ofDays(2);

    private final DSLContext dsl;
    private final Clock clock;

    WorklistQuery(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    Condition matching(TenantId tenant, Filter filter) {
        String words = filter.words().strip();
        Condition plain = plain(tenant, filter);
        if (words.isEmpty()) {
            return plain;
        }
        if (words.matches("#?[0-9]{1,18}")) {
            return Owned.by(tenant, REQUEST)
                    .and(REQUEST.CONFIDENTIAL.eq(filter.confidential()))
                    .and(REQUEST.ID.eq(Long.parseLong(words.replace("#", ""))));
        }
        return Owned.by(tenant, REQUEST)
                .and(REQUEST.ID.in(dsl.select(REQUEST.ID)
                        .from(REQUEST)
                        .where(plain)
                        .orderBy(REQUEST.REQUESTED_AT.desc(), REQUEST.ID.desc())
                        .limit(SEARCHED)))
                .and(REQUEST.DESCRIPTION
                        .containsIgnoreCase(words)
                        .or(REQUEST.ADDRESS.containsIgnoreCase(words))
                        .or(REQUEST.REPORTER_NAME.containsIgnoreCase(words))
                        .or(REQUEST.REPORTER_EMAIL.equalIgnoreCase(words)));
    }

    private Condition plain(TenantId tenant, Filter filter) {
        Condition condition = Owned.by(tenant, REQUEST)
                .and(REQUEST.CONFIDENTIAL.eq(filter.confidential()))
                .and(stage(filter.stage()))
                .and(matter(filter.matter()));
        if (!filter.status().isEmpty()) {
            condition = condition.and(REQUEST.STATUS.eq(filter.status()));
        }
        if (!filter.service().isEmpty()) {
            condition = condition.and(REQUEST.SERVICE.eq(filter.service()));
        }
        if (!filter.agency().isEmpty()) {
            condition = condition.and(REQUEST.AGENCY.eq(filter.agency()));
        }
        if (!filter.territories().isEmpty()) {
            condition = condition.and(REQUEST.TERRITORY.in(filter.territories()));
        }
        if (!filter.channel().isEmpty()) {
            condition = condition.and(REQUEST.CHANNEL.eq(filter.channel()));
        }
        if (filter.person() != null) {
            condition = condition.and(REQUEST.ASSIGNEE.eq(filter.person()));
        }
        if (filter.from() != null) {
            condition = condition.and(REQUEST.REQUESTED_AT.ge(filter.from()));
        }
        if (filter.until() != null) {
            condition = condition.and(REQUEST.REQUESTED_AT.lt(filter.until()));
        }
        return filter.order() == Order.DUE
                ? condition.and(REQUEST.CLOSED_AT.isNull()).and(REQUEST.SOLUTION_DUE.isNotNull())
                : condition;
    }

    private static Condition stage(Stage stage) {
        return switch (stage) {
            case OPEN -> REQUEST.CLOSED_AT.isNull();
            case CLOSED -> REQUEST.CLOSED_AT.isNotNull();
            case ALL -> DSL.noCondition();
        };
    }

    private Condition matter(Matter matter) {
        Instant now = clock.instant();
        Condition running = REQUEST.CLOSED_AT.isNull().and(REQUEST.PAUSED_AT.isNull());
        return switch (matter) {
            case NONE -> DSL.noCondition();
            case UNASSIGNED -> REQUEST.ASSIGNEE.isNull();
            case LATE -> running.and(REQUEST.SOLUTION_DUE.lt(now));
            case SOON -> running.and(REQUEST.SOLUTION_DUE.between(now, now.plus(SOON)));
            case HIDDEN -> DSL.condition(REQUEST.HIDDEN);
            case UNCONFIRMED -> DSL.not(DSL.condition(REQUEST.CONFIRMED));
            case REOPENED -> REQUEST.REOPENED.gt(0);
        };
    }

    Condition after(Order order, @Nullable Place place) {
        if (place == null) {
            return DSL.noCondition();
        }
        return switch (order) {
            case NEWEST -> DSL.row(REQUEST.REQUESTED_AT, REQUEST.ID).lessThan(place.at(), place.id());
            case OLDEST -> DSL.row(REQUEST.REQUESTED_AT, REQUEST.ID).greaterThan(place.at(), place.id());
            case DUE -> DSL.row(REQUEST.SOLUTION_DUE, REQUEST.ID).greaterThan(place.at(), place.id());
        };
    }

    List<? extends OrderField<?>> order(Order order) {
        return switch (order) {
            case NEWEST -> List.of(REQUEST.REQUESTED_AT.desc(), REQUEST.ID.desc());
            case OLDEST -> List.of(REQUEST.REQUESTED_AT.asc(), REQUEST.ID.asc());
            case DUE -> List.of(REQUEST.SOLUTION_DUE.asc(), REQUEST.ID.asc());
        };
    }

    Place place(Order order, ServiceRequest request) {
        return new Place(
                order == Order.DUE ? Objects.requireNonNull(request.clocks().solution()) : request.requestedAt(),
                request.id());
    }
}
