// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the publication registry, which Spring Modulith owns, and that of events that were set aside. */
@Component
class PublicationStore {

    private static final String DUE = """
            select id from events.event_publication
            where status = 'FAILED' and coalesce(last_resubmission_date, publication_date)
                + least(:longest, :pause * power(2, completion_attempts - 1)) * interval '1 second' <= :now
            order by publication_date limit :most
            """;

    private static final String SET_ASIDE = """
            with dead as (
                delete from events.event_publication
                where status = 'FAILED'
                  and (completion_attempts >= :attempts or publication_date < :before or id = any(:unreadable))
                returning *
            )
            insert into events.stuck_publication
            select id, listener_id, event_type, serialized_event, publication_date,
                   coalesce(completion_attempts, 0), :now from dead
            """;

    private static final String BRING_BACK = """
            insert into events.event_publication
                (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                 last_resubmission_date)
            select id, listener_id, event_type, serialized_event, :now, 'FAILED', 1, :now - interval '1 day'
            from events.stuck_publication where id = :id
            """;

    private static final String BACKLOG = """
            select count(*), count(*) filter (where status = 'FAILED'), min(publication_date),
                   (select count(*) from events.stuck_publication)
            from events.event_publication
            """;

    private static final String NEWEST = """
            select * from events.stuck_publication
            where cast(:olderThan as uuid) is null or (stuck_at, id) <
                (select stuck_at, id from events.stuck_publication where id = cast(:olderThan as uuid))
            order by stuck_at desc, id desc limit :most
            """;

    private final JdbcClient client;
    private final JsonMapper json;

    PublicationStore(JdbcClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    /** Failed publications whose next attempt is due. */
    Set<UUID> due(EventProperties properties, Instant now, int most) {
        return client.sql(DUE)
                .param("longest", properties.longest().toSeconds())
                .param("pause", properties.pause().toMillis() / 1000.0)
                .param("now", at(now))
                .param("most", most)
                .query(UUID.class)
                .set();
    }

    /** Moves what failed too often, is too old (of a type that is gone, so that it never fails again) or unreadable. */
    int setAside(int attempts, Instant publishedBefore, Set<UUID> unreadable, Instant now) {
        return client.sql(SET_ASIDE)
                .param("unreadable", unreadable.toArray(UUID[]::new))
                .param("attempts", attempts)
                .param("before", at(publishedBefore))
                .param("now", at(now))
                .update();
    }

    int forgetTaken(Instant before) {
        return client.sql("delete from events.event_publication_archive where completion_date < :before")
                .param("before", at(before))
                .update();
    }

    List<StuckEvent> newest(@Nullable UUID olderThan, int most) {
        return client.sql(NEWEST)
                .param("olderThan", olderThan == null ? null : olderThan.toString())
                .param("most", most)
                .query((row, number) -> stuck(row))
                .list();
    }

    Optional<StuckEvent> byId(UUID id) {
        return client.sql("select * from events.stuck_publication where id = :id for update")
                .param("id", id)
                .query((row, number) -> stuck(row))
                .optional();
    }

    void bringBack(UUID id, Instant now) {
        client.sql(BRING_BACK).param("id", id).param("now", at(now)).update();
        forget(id);
    }

    void forget(UUID id) {
        client.sql("delete from events.stuck_publication where id = :id")
                .param("id", id)
                .update();
    }

    StuckEvents.Backlog backlog() {
        return client.sql(BACKLOG)
                .query((row, number) -> {
                    Timestamp oldest = row.getTimestamp(3);
                    return new StuckEvents.Backlog(
                            row.getInt(1), row.getInt(2), row.getInt(4), oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    private StuckEvent stuck(ResultSet row) throws SQLException {
        String type = row.getString("event_type");
        return new StuckEvent(
                row.getObject("id", UUID.class),
                tenant(row.getString("serialized_event")),
                type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1),
                listener(row.getString("listener_id")),
                row.getInt("completion_attempts"),
                row.getTimestamp("publication_date").toInstant(),
                row.getTimestamp("stuck_at").toInstant());
    }

    /** Type and method without packages and parameters. */
    private static String listener(String id) {
        String name = id.contains("(") ? id.substring(0, id.indexOf('(')) : id;
        int method = name.lastIndexOf('.');
        return method < 0 ? name : name.substring(name.lastIndexOf('.', method - 1) + 1);
    }

    private @Nullable TenantId tenant(String event) {
        try {
            JsonNode document = json.readTree(event);
            JsonNode tenant = document.path(document.has("tenant") ? "tenant" : "tenantId");
            int id = tenant.isObject() ? tenant.path("value").asInt(0) : tenant.asInt(0);
            return id > 0 ? new TenantId(id) : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
