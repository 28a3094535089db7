// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.CONSENT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.networks.comparison.ConsentChanged;
import org.cabildo.networks.comparison.Consents;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;

/** Consents in PostgreSQL, as rows of the member. */
@UseCase
class ConsentRows implements Consents {

    private final DSLContext dsl;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsentRows(DSLContext dsl, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.dsl = dsl;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Consent> to(TenantId member, String network) {
        return dsl.selectFrom(CONSENT)
                .where(Owned.by(member, CONSENT))
                .and(CONSENT.NETWORK.eq(network))
                .orderBy(CONSENT.GRANTED_AT.desc(), CONSENT.INDICATOR)
                .fetch(row -> new Consent(
                        row.getNetwork(),
                        row.getIndicator(),
                        row.getGrantedAt(),
                        row.getGrantedBy(),
                        row.getWithdrawnAt(),
                        row.getWithdrawnBy()));
    }

    @Override
    public Set<String> standing(TenantId member, String network) {
        return new TreeSet<>(dsl.select(CONSENT.INDICATOR)
                .from(CONSENT)
                .where(Owned.by(member, CONSENT))
                .and(CONSENT.NETWORK.eq(network))
                .and(CONSENT.WITHDRAWN_AT.isNull())
                .fetch(CONSENT.INDICATOR));
    }

    /** The networks to which a consent stands. */
    List<String> networks(TenantId member) {
        return dsl.selectDistinct(CONSENT.NETWORK)
                .from(CONSENT)
                .where(Owned.by(member, CONSENT))
                .and(CONSENT.WITHDRAWN_AT.isNull())
                .orderBy(CONSENT.NETWORK)
                .fetch(CONSENT.NETWORK);
    }

    @Override
    public void set(TenantId member, String network, Set<String> indicators, Actor actor) {
        Set<String> before = standing(member, network);
        Set<String> granted = new TreeSet<>(indicators);
        granted.removeAll(before);
        Set<String> withdrawn = new TreeSet<>(before);
        withdrawn.removeAll(indicators);
        if (granted.isEmpty() && withdrawn.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        granted.forEach(indicator -> dsl.insertInto(CONSENT)
                .set(CONSENT.TENANT_ID, member.value())
                .set(CONSENT.NETWORK, network)
                .set(CONSENT.INDICATOR, indicator)
                .set(CONSENT.GRANTED_AT, now)
                .set(CONSENT.GRANTED_BY, actor.name())
                .execute());
        dsl.update(CONSENT)
                .set(CONSENT.WITHDRAWN_AT, now)
                .set(CONSENT.WITHDRAWN_BY, actor.name())
                .where(Owned.by(member, CONSENT))
                .and(CONSENT.NETWORK.eq(network))
                .and(CONSENT.WITHDRAWN_AT.isNull())
                .and(CONSENT.INDICATOR.in(withdrawn))
                .execute();
        audit.record(member, actor, "comparisons.consent-changed", "network", network, before, indicators);
        events.publishEvent(new ConsentChanged(member, network));
    }
}
