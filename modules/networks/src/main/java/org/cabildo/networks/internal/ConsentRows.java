// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.CONSENT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.networks.comparison.ConsentChanged;
import org.cabildo.networks.comparison.Consents;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
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
                .where(standsFor(member, network))
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
    public void grant(TenantId member, String network, Set<String> indicators, Actor actor) {
        change(member, network, indicators, Set.of(), actor);
    }

    @Override
    public void withdraw(TenantId member, String network, Set<String> indicators, Actor actor) {
        change(member, network, Set.of(), indicators, actor);
    }

    @Override
    public void set(TenantId member, String network, Set<String> indicators, Actor actor) {
        Set<String> rest = standing(member, network);
        rest.removeAll(indicators);
        change(member, network, indicators, rest, actor);
    }

    /** Ends what was given until a moment, since the membership ended then. */
    void end(TenantId member, String network, Instant until) {
        Set<String> given = new TreeSet<>(dsl.select(CONSENT.INDICATOR)
                .from(CONSENT)
                .where(standsFor(member, network))
                .and(CONSENT.GRANTED_AT.le(until))
                .fetch(CONSENT.INDICATOR));
        change(member, network, Set.of(), given, Actor.SYSTEM);
    }

    private void change(TenantId member, String network, Set<String> grant, Set<String> withdraw, Actor actor) {
        Instant now = clock.instant();
        Set<String> granted = new TreeSet<>(grant);
        granted.removeIf(indicator -> !granted(member, network, indicator, actor, now));
        Set<String> withdrawn = new TreeSet<>(dsl.update(CONSENT)
                .set(CONSENT.WITHDRAWN_AT, now)
                .set(CONSENT.WITHDRAWN_BY, actor.name())
                .where(standsFor(member, network))
                .and(CONSENT.INDICATOR.in(withdraw))
                .returning(CONSENT.INDICATOR)
                .fetch(CONSENT.INDICATOR));
        if (!granted.isEmpty()) {
            audit.record(member, actor, "consents.granted", "network", network, null, Map.of("indicators", granted));
        }
        if (!withdrawn.isEmpty()) {
            audit.record(
                    member, actor, "consents.withdrawn", "network", network, Map.of("indicators", withdrawn), null);
        }
        if (!granted.isEmpty() || !withdrawn.isEmpty()) {
            events.publishEvent(new ConsentChanged(member, network));
        }
    }

    /** Whether this gave a consent that did not stand already. */
    private boolean granted(TenantId member, String network, String indicator, Actor actor, Instant now) {
        return dsl.insertInto(CONSENT)
                        .set(CONSENT.TENANT_ID, member.value())
                        .set(CONSENT.NETWORK, network)
                        .set(CONSENT.INDICATOR, indicator)
                        .set(CONSENT.GRANTED_AT, now)
                        .set(CONSENT.GRANTED_BY, actor.name())
                        .onConflict(CONSENT.TENANT_ID, CONSENT.NETWORK, CONSENT.INDICATOR)
                        .where(CONSENT.WITHDRAWN_AT.isNull())
                        .doNothing()
                        .execute()
                > 0;
    }

    private static Condition standsFor(TenantId member, String network) {
        return Owned.by(member, CONSENT).and(CONSENT.NETWORK.eq(network)).and(CONSENT.WITHDRAWN_AT.isNull());
    }
}
