// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import static org.cabildo.notifications.internal.jooq.Tables.NOTICE;
import static org.cabildo.notifications.internal.jooq.Tables.WAITING;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.notifications.Notice;
import org.cabildo.notifications.internal.jooq.tables.records.NoticeRecord;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.notifications.internal.jooq.tables.records.SubscriptionRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What happened, as it may be told now. */
@Component
class NoticeRows {

    private final DSLContext dsl;
    private final ReaderRows readers;
    private final Sources sources;

    NoticeRows(DSLContext dsl, ReaderRows readers, Sources sources) {
        this.dsl = dsl;
        this.readers = readers;
        this.sources = sources;
    }

    /** A notice for a reader, by the subscription that brought it; empty when either may be told no more. */
    Optional<Notice> told(TenantId tenant, long notice, ReaderRecord reader, SubscriptionRecord subscription) {
        Optional<NoticeRecord> row = dsl.selectFrom(NOTICE)
                .where(Owned.by(tenant, NOTICE))
                .and(NOTICE.ID.eq(notice))
                .fetchOptional();
        return row.flatMap(found -> sources.named(tenant, found.getSource())
                .flatMap(source ->
                        source.notice(tenant, found.getItem(), Letters.language(reader), subscription.getOwn())));
    }

    /** What the daily mail of a day tells. */
    List<Notice> ofDay(TenantId tenant, ReaderRecord reader, LocalDate day) {
        return dsl
                .select(WAITING.NOTICE, WAITING.SUBSCRIPTION)
                .from(WAITING)
                .where(Owned.by(tenant, WAITING))
                .and(WAITING.READER.eq(reader.getId()))
                .and(WAITING.DAY.eq(day))
                .orderBy(WAITING.NOTICE)
                .fetch()
                .stream()
                .flatMap(row -> following(tenant, row.get(WAITING.SUBSCRIPTION)).stream()
                        .flatMap(subscription -> told(tenant, row.get(WAITING.NOTICE), reader, subscription).stream()))
                .toList();
    }

    private Optional<SubscriptionRecord> following(TenantId tenant, UUID subscription) {
        return readers.subscription(tenant, subscription);
    }
}
