// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.identity.Identified;
import org.cabildo.identity.Memberships;
import org.cabildo.identity.events.MembershipChanged;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Memberships from the store. Nothing is remembered: a role that is taken is gone with the next request. */
@UseCase
class StoredMemberships implements Memberships {

    private final MembershipRepository memberships;
    private final MemberRepository members;
    private final InvitationRepository invitations;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    StoredMemberships(
            MembershipRepository memberships,
            MemberRepository members,
            InvitationRepository invitations,
            Audit audit,
            ApplicationEventPublisher events) {
        this.memberships = memberships;
        this.members = members;
        this.invitations = invitations;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Standing standing(@Nullable TenantId tenant, Identified who) {
        if (tenant == null) {
            return new Standing(memberships.person(who.subject()), Set.of());
        }
        String email = who.verified() ? address(who.email()) : "";
        return memberships
                .find(tenant, who.subject(), email)
                .filter(found -> !found.waiting())
                .map(found -> new Standing(found.person(), found.roles()))
                .orElseGet(() -> arrived(tenant, who, email));
    }

    /** Somebody who is new, or for whom roles wait. */
    private Standing arrived(TenantId tenant, Identified who, String email) {
        UUID person = memberships.person(who.subject());
        List<String> waiting = memberships.takePending(tenant, email);
        waiting.forEach(role -> memberships.add(tenant, person, who, role));
        if (!waiting.isEmpty()) {
            events.publishEvent(new MembershipChanged(tenant.value(), person));
        }
        return memberships
                .find(tenant, who.subject(), "")
                .map(found -> new Standing(found.person(), found.roles()))
                .orElseThrow();
    }

    @Override
    public Standing signedIn(@Nullable TenantId tenant, Identified who) {
        memberships.sawPerson(who.subject());
        Standing standing = standing(tenant, who);
        if (tenant != null && !standing.roles().isEmpty()) {
            memberships.rename(tenant, standing.person(), who);
        }
        return standing;
    }

    @Override
    public void enrol(TenantId tenant, String email, String role, Actor actor) {
        String address = address(email);
        Optional<UUID> member = memberships.member(tenant, address);
        boolean changed = member.isPresent()
                ? memberships.addRole(tenant, member.get(), role)
                : memberships.await(tenant, address, role);
        if (changed) {
            audit.record(tenant, actor, "people.enrolled", "member", address, null, Map.of("role", role));
            member.ifPresent(person -> events.publishEvent(new MembershipChanged(tenant.value(), person)));
        }
    }

    @Override
    public void enrol(TenantId tenant, Identified who, String role, Actor actor) {
        UUID person = memberships.person(who.subject());
        if (members.find(tenant, person)
                .filter(member -> member.roles().contains(role))
                .isPresent()) {
            return;
        }
        memberships.add(tenant, person, who, role);
        audit.record(
                tenant,
                actor,
                "people.enrolled",
                "member",
                person.toString(),
                null,
                Map.of("name", who.name(), "role", role));
        events.publishEvent(new MembershipChanged(tenant.value(), person));
    }

    @Override
    public Optional<Account> account(TenantId tenant, UUID person) {
        return memberships
                .subject(person)
                .flatMap(subject ->
                        memberships.find(tenant, subject, "").map(found -> new Account(subject, found.roles())));
    }

    @Override
    public Optional<Proved> provedAddress(TenantId tenant, UUID invitation, UUID person) {
        return invitations
                .acceptedAddress(tenant, invitation, person)
                .flatMap(email -> memberships.subject(person).map(subject -> new Proved(subject, email)));
    }

    private static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
