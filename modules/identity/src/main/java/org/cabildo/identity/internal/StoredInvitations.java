// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cabildo.identity.Identified;
import org.cabildo.identity.IdentityProperties;
import org.cabildo.identity.Invitation;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.events.InvitationAccepted;
import org.cabildo.identity.events.MembershipChanged;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Invitations from the store. */
@UseCase
class StoredInvitations implements Invitations {

    private final InvitationRepository invitations;
    private final MembershipRepository memberships;
    private final InvitationMail mail;
    private final IdentityProperties settings;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    StoredInvitations(
            InvitationRepository invitations,
            MembershipRepository memberships,
            InvitationMail mail,
            IdentityProperties settings,
            Audit audit,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.memberships = memberships;
        this.mail = mail;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public void invite(TenantId tenant, String email, Set<String> roles, String locale, Actor actor) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (memberships.member(tenant, address).isPresent()) {
            throw new AlreadyMember();
        }
        UUID id = send(tenant, new InvitationRepository.Draft(address, roles, locale, actor.name()));
        audit.record(
                tenant,
                actor,
                "people.invited",
                "invitation",
                id.toString(),
                null,
                Map.of("email", address, "roles", new TreeSet<>(roles)));
    }

    private UUID send(TenantId tenant, InvitationRepository.Draft draft) {
        String token = Secret.fresh();
        UUID id = invitations.keep(tenant, draft, Secret.hash(token), settings.invitationValid());
        mail.invite(tenant, invitations.find(tenant, id).orElseThrow(), token);
        return id;
    }

    @Override
    public List<Invitation> open(TenantId tenant, @Nullable UUID olderThan, int atMost) {
        return invitations.open(tenant, olderThan, atMost);
    }

    @Override
    public int countOpen(TenantId tenant) {
        return invitations.countOpen(tenant);
    }

    @Override
    public Optional<Invitation> find(TenantId tenant, UUID id) {
        return invitations.find(tenant, id);
    }

    @Override
    public void resend(TenantId tenant, UUID id, Actor actor) {
        invitations.find(tenant, id).ifPresent(invitation -> {
            send(
                    tenant,
                    new InvitationRepository.Draft(
                            invitation.email(), invitation.roles(), invitation.locale(), actor.name()));
            audit.record(
                    tenant,
                    actor,
                    "people.invitation-resent",
                    "invitation",
                    id.toString(),
                    null,
                    Map.of("email", invitation.email()));
        });
    }

    @Override
    public void revoke(TenantId tenant, UUID id, Actor actor) {
        invitations.find(tenant, id).ifPresent(invitation -> {
            invitations.delete(tenant, id);
            audit.record(
                    tenant,
                    actor,
                    "people.invitation-revoked",
                    "invitation",
                    id.toString(),
                    Map.of("email", invitation.email(), "roles", invitation.roles()),
                    null);
        });
    }

    @Override
    public Optional<Invitation> byToken(TenantId tenant, String token) {
        return invitations.byToken(tenant, Secret.hash(token)).filter(invitation -> !invitation.expired());
    }

    @Override
    public boolean accept(TenantId tenant, String token, Identified who) {
        Invitation invitation = invitations
                .lock(tenant, Secret.hash(token))
                .filter(found -> !found.expired() && found.email().equalsIgnoreCase(who.email()))
                .orElse(null);
        if (invitation == null) {
            return false;
        }
        UUID person = memberships.person(who.subject());
        invitation.roles().forEach(role -> memberships.add(tenant, person, who, role));
        invitations.accepted(tenant, invitation.id(), person);
        Actor actor = new Actor(person, who.name(), who.email(), invitation.roles(), Set.of(), false);
        audit.record(
                tenant,
                actor,
                "people.joined",
                "member",
                person.toString(),
                null,
                Map.of("name", who.name(), "roles", invitation.roles(), "invitedBy", invitation.invitedBy()));
        events.publishEvent(new MembershipChanged(tenant.value(), person));
        events.publishEvent(new InvitationAccepted(tenant.value(), invitation.id(), person));
        return true;
    }
}
