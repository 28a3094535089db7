// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cabildo.identity.Accounts;
import org.cabildo.identity.Identified;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.Member;
import org.cabildo.identity.Memberships;
import org.cabildo.identity.People;
import org.cabildo.identity.events.MembershipChanged;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.Administrators;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators for the console, by the invitations and memberships that portals use themselves. */
@Component
class InvitedAdministrators implements Administrators {

    private static final Set<String> ROLE = Set.of(Memberships.ADMINISTRATOR);
    private static final int ALL = 500;

    private final People people;
    private final Memberships memberships;
    private final Invitations invitations;
    private final InvitationRepository open;
    private final MembershipRepository pending;
    private final MemberRepository members;
    private final InvitationMail mail;
    private final Accounts accounts;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    InvitedAdministrators(
            People people,
            Memberships memberships,
            Invitations invitations,
            InvitationRepository open,
            MembershipRepository pending,
            MemberRepository members,
            InvitationMail mail,
            Accounts accounts,
            TransactionTemplate transactions,
            Audit audit,
            ApplicationEventPublisher events) {
        this.people = people;
        this.memberships = memberships;
        this.invitations = invitations;
        this.open = open;
        this.pending = pending;
        this.members = members;
        this.mail = mail;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public void invite(TenantId tenant, String email, String locale, Actor actor) {
        String address = address(email);
        Optional<Identified> account = verified(address);
        TenantContext.run(
                tenant,
                () -> transactions.executeWithoutResult(status -> {
                    Optional<Member> member = member(tenant, address);
                    if (member.isPresent()) {
                        if (!member.get().administrator()) {
                            Set<String> roles = new HashSet<>(member.get().roles());
                            roles.addAll(ROLE);
                            people.change(tenant, member.get().person(), roles, actor);
                            welcome(tenant, address, locale, actor);
                        }
                    } else if (account.isPresent()) {
                        memberships.enrol(tenant, account.get(), Memberships.ADMINISTRATOR, actor);
                        open.byAddress(tenant, address).ifPresent(waiting -> open.delete(tenant, waiting.id()));
                        welcome(tenant, address, locale, actor);
                    } else {
                        invitations.invite(tenant, address, ROLE, locale, actor);
                    }
                }));
    }

    private void welcome(TenantId tenant, String address, String locale, Actor actor) {
        mail.welcome(tenant, address, locale, actor.name());
        audit.record(tenant, actor, "people.invited", "member", address, null, Map.of("email", address, "roles", ROLE));
    }

    private Optional<Identified> verified(String email) {
        try {
            return accounts.byAddress(email).filter(Identified::verified);
        } catch (Accounts.Unreachable unreachable) {
            return Optional.empty(); // they accept by the link of the invitation
        }
    }

    @Override
    public void remove(TenantId tenant, String email, Actor actor) {
        String address = address(email);
        TenantContext.run(
                tenant,
                () -> transactions.executeWithoutResult(status -> {
                    boolean waited = pending.forgetPending(tenant, address, Memberships.ADMINISTRATOR);
                    boolean invited = open.byAddress(tenant, address)
                            .map(invitation -> {
                                open.delete(tenant, invitation.id());
                                return true;
                            })
                            .orElse(false);
                    boolean administered = member(tenant, address)
                            .filter(Member::administrator)
                            .map(member -> demote(tenant, member))
                            .orElse(false);
                    if (waited || invited || administered) {
                        audit.record(
                                tenant,
                                actor,
                                "people.administrator-removed",
                                "member",
                                address,
                                Map.of("email", address),
                                null);
                    }
                }));
    }

    /** Operators may take the last administrator's role: they can invite another. */
    private boolean demote(TenantId tenant, Member member) {
        if (member.roles().equals(ROLE)) {
            members.remove(tenant, member.person());
        } else {
            members.removeRole(tenant, member.person(), Memberships.ADMINISTRATOR);
        }
        events.publishEvent(new MembershipChanged(tenant.value(), member.person()));
        return true;
    }

    @Override
    public List<Administrator> of(TenantId tenant) {
        return TenantContext.get(
                tenant,
                () -> transactions.execute(status -> {
                    List<Administrator> all = new ArrayList<>();
                    people.list(tenant, "", Memberships.ADMINISTRATOR, null, ALL)
                            .forEach(member -> all.add(
                                    new Administrator(member.email(), member.name(), State.ACTIVE, member.since())));
                    pending.waiting(tenant, Memberships.ADMINISTRATOR)
                            .forEach((email, since) -> all.add(new Administrator(email, "", State.INVITED, since)));
                    open.open(tenant, null, ALL).stream()
                            .filter(invitation -> invitation.roles().containsAll(ROLE))
                            .forEach(invitation -> all.add(new Administrator(
                                    invitation.email(),
                                    "",
                                    invitation.expired() ? State.EXPIRED : State.INVITED,
                                    invitation.sentAt())));
                    all.sort(Comparator.comparing(Administrator::email));
                    return List.copyOf(all);
                }));
    }

    private Optional<Member> member(TenantId tenant, String address) {
        return pending.member(tenant, address).flatMap(person -> people.find(tenant, person));
    }

    private static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
