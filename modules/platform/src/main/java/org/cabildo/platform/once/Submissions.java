// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.once;

import static org.cabildo.platform.internal.jooq.Tables.SUBMISSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The submissions of the last day: under way, or with the address to which they led. */
@Component
class Submissions {

    /** Longer than any request lasts: whoever began has died. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofDays(1);

    private final DSLContext dsl;
    private final Clock clock;

    Submissions(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Begins a submission; false while somebody else is at it or after it was made. */
    boolean begin(String site, String token) {
        Instant now = clock.instant();
        return dsl.insertInto(SUBMISSION)
                        .set(SUBMISSION.SITE, site)
                        .set(SUBMISSION.TOKEN, token)
                        .set(SUBMISSION.STARTED_AT, now)
                        .onConflict(SUBMISSION.SITE, SUBMISSION.TOKEN)
                        .doUpdate()
                        .set(SUBMISSION.STARTED_AT, now)
                        .where(SUBMISSION.LOCATION.isNull())
                        .and(SUBMISSION.STARTED_AT.lt(now.minus(ABANDONED)))
                        .execute()
                > 0;
    }

    /** Where the submission led; empty while it is under way. */
    Optional<String> location(String site, String token) {
        return dsl.select(SUBMISSION.LOCATION)
                .from(SUBMISSION)
                .where(SUBMISSION.SITE.eq(site))
                .and(SUBMISSION.TOKEN.eq(token))
                .fetchOptional(SUBMISSION.LOCATION);
    }

    void succeeded(String site, String token, String location) {
        dsl.update(SUBMISSION)
                .set(SUBMISSION.LOCATION, location)
                .where(SUBMISSION.SITE.eq(site))
                .and(SUBMISSION.TOKEN.eq(token))
                .execute();
    }

    /** It changed nothing, so it may be sent again. */
    void failed(String site, String token) {
        dsl.deleteFrom(SUBMISSION)
                .where(SUBMISSION.SITE.eq(site))
                .and(SUBMISSION.TOKEN.eq(token))
                .and(SUBMISSION.LOCATION.isNull())
                .execute();
    }

    @Scheduled(cron = "0 23 * * * *")
    void forget() {
        dsl.deleteFrom(SUBMISSION)
                .where(SUBMISSION.STARTED_AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }
}
