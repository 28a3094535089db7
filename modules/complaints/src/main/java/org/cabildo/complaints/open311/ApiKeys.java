// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** Keys that staff give to other systems (GeoReport v2, "api_key"). Called as the tenant. */
public interface ApiKeys {

    /** The most calls that a key may be allowed in a day. */
    int MOST_PER_DAY = 1_000_000;

    /**
     * A key, without the secret itself.
     *
     * @param name of whoever has it
     * @param reports whether it may report
     * @param updates whether it may send and read what happens to requests
     * @param perDay how often it may be used in a day of the municipality
     * @param usedOn the last day on which it was used, and {@code used} how often on that day
     */
    record ApiKey(
            UUID id,
            String name,
            boolean reports,
            boolean updates,
            int perDay,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable LocalDate usedOn,
            int used) {}

    /** What a key is asked for. */
    enum Use {
        REPORT,
        UPDATE
    }

    /** What became of an attempt to use a key. */
    sealed interface Attempt {

        /** It may; the call is counted. */
        record Granted(UUID key, String name) implements Attempt {}

        /** There is no such key, it was revoked or it is not for this. */
        record Unknown() implements Attempt {}

        /** It was used as often as it may be today. */
        record Spent() implements Attempt {}
    }

    /** All keys, those in use first. */
    List<ApiKey> all(TenantId tenant);

    Optional<ApiKey> find(TenantId tenant, UUID id);

    /** Makes a key and answers with its secret, which nobody can read again. */
    String issue(TenantId tenant, String name, boolean reports, boolean updates, int perDay, Actor actor);

    /** Ends a key for good; false when it had ended before. */
    boolean revoke(TenantId tenant, UUID id, Actor actor);

    /** Uses a key once. */
    Attempt use(TenantId tenant, String secret, Use use);
}
