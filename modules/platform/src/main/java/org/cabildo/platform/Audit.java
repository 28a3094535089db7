// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of what staff and operators changed. Entries can be added and read, never changed. */
public interface Audit {

    /**
     * Adds an entry in the caller's transaction, so that a change and its record stand or fall together.
     *
     * @param action verb in the past tense with its module, for instance {@code news.published}
     * @param subjectType what was changed, for instance {@code news}
     * @param subjectId its id
     * @param before values before, written as JSON; null for something new
     * @param after values after, written as JSON; null for something deleted
     */
    void record(
            TenantId tenant,
            Actor actor,
            String action,
            String subjectType,
            String subjectId,
            @Nullable Object before,
            @Nullable Object after);

    /** Entries of a tenant, newest first, older than the given one (null: from the newest). */
    List<Entry> ofTenant(TenantId tenant, Filter filter, @Nullable UUID olderThan, int atMost);

    /** Entries of all tenants for operators, newest first. */
    List<Entry> ofAllTenants(@Nullable UUID olderThan, int atMost);

    /**
     * What to show; empty strings and nulls mean everything.
     *
     * @param action an action, or with a dot at its end all actions of a module
     * @param actor part of a name
     * @param from first instant, inclusive
     * @param until last instant, exclusive
     */
    record Filter(
            String action,
            String actor,
            String subjectType,
            String subjectId,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final Filter ALL = new Filter("", "", "", "");

        public Filter(String action, String actor, String subjectType, String subjectId) {
            this(action, actor, subjectType, subjectId, null, null);
        }
    }

    /** One change. The values before and after are JSON texts. */
    record Entry(
            TenantId tenant,
            UUID id,
            Instant at,
            UUID actorId,
            String actorName,
            boolean operator,
            String action,
            String subjectType,
            String subjectId,
            @Nullable String before,
            @Nullable String after) {}
}
