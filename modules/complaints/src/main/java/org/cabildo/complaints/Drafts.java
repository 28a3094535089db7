// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.TenantId;

/** Reports that are being written, kept for a week after the last change. Called as the tenant. */
public interface Drafts {

    /** Days that a draft is kept. */
    int KEPT_DAYS = 7;

    /** What became of a draft: the request, and whether it waits for its reporter's confirmation by mail. */
    record Sent(Reported reported, boolean waits) {}

    /** Keeps a draft as it is now. */
    void save(TenantId tenant, Draft draft);

    Optional<Draft> find(TenantId tenant, UUID id);

    /** Throws a draft away with its pictures. */
    void discard(TenantId tenant, UUID id);

    /** What is missing or wrong: message keys by field, as {@link ReportRefused} names them. */
    Map<String, String> problems(TenantId tenant, Draft draft);

    /**
     * Makes a report out of a draft; both in one transaction. A draft that was sent before answers with its request.
     *
     * @param locale language in which to write to the reporter
     * @throws ReportRefused when something is missing or wrong
     */
    Optional<Sent> send(TenantId tenant, UUID id, String locale);

    /** The request that a draft became; empty while it was not sent. */
    Optional<Long> became(TenantId tenant, UUID id);

    /**
     * Gives a draft up because a public request is about the same: the draft goes and the request's timeline says
     * that somebody else saw the same. A draft that is gone changes nothing.
     *
     * @return whether there is such a request
     */
    boolean follow(TenantId tenant, UUID id, long request);
}
