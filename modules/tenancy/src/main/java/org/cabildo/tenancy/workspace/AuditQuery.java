// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.cabildo.platform.Audit;
import org.jspecify.annotations.Nullable;

/**
 * What the address asks for. What can't be read counts as not asked.
 *
 * @param who part of a name
 * @param area key of a module
 * @param from first day
 * @param until last day
 */
public record AuditQuery(
        String who,
        String area,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public static AuditQuery of(String who, String area, String from, String until) {
        return new AuditQuery(who.strip(), area.strip(), day(from), day(until));
    }

    public Audit.Filter filter(ZoneId zone) {
        return new Audit.Filter(
                area.isEmpty() ? "" : area + ".",
                who,
                "",
                "",
                from == null ? null : start(from, zone),
                until == null ? null : start(until.plusDays(1), zone));
    }

    public boolean filtered() {
        return !who.isEmpty() || !area.isEmpty() || from != null || until != null;
    }

    public String fromText() {
        return from == null ? "" : from.toString();
    }

    public String untilText() {
        return until == null ? "" : until.toString();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException exception) {
            return null;
        }
    }
}
