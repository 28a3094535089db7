// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cabildo.identity.LastAdministrator;
import org.cabildo.identity.Member;
import org.cabildo.identity.Memberships;
import org.cabildo.identity.People;
import org.cabildo.identity.events.MembershipChanged;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** People from the store. */
@UseCase
class StoredPeople implements People {

    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final Roles roles;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    StoredPeople(
            MemberRepository members,
            MembershipRepository memberships,
            Roles roles,
            Audit audit,
            ApplicationEventPublisher events) {
        this.members = members;
        this.memberships = memberships;
        this.roles = roles;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public List<Member> list(TenantId tenant, String words, String role, @Nullable UUID after, int atMost) {
        return members.list(tenant, words, role, after, atMost);
    }

    @Override
    public int count(TenantId tenant, String words, String role) {
        return members.count(tenant, words, role);
    }

    @Override
    public Optional<Member> find(TenantId tenant, UUID person) {
        return members.find(tenant, person);
    }

    @Override
    public void change(TenantId tenant, UUID person, Set<String> wanted, Actor actor) {
        Set<UUID> administrators = members.lockAdministrators(tenant);
        Member member = members.find(tenant, person).orElse(null);
        if (member == null || member.roles().equals(wanted)) {
            return;
        }
        if (!wanted.contains(Memberships.ADMINISTRATOR) && administrators.equals(Set.of(person))) {
            throw new LastAdministrator();
        }
        if (wanted.isEmpty()) {
            members.remove(tenant, person);
            audit.record(tenant, actor, "people.removed", "member", person.toString(), values(member), null);
        } else {
            member.roles().stream()
                    .filter(role -> !wanted.contains(role))
                    .forEach(role -> members.removeRole(tenant, person, role));
            wanted.forEach(role -> memberships.addRole(tenant, person, role));
            audit.record(
                    tenant,
                    actor,
                    "people.roles-changed",
                    "member",
                    person.toString(),
                    values(member),
                    Map.of("name", member.name(), "roles", new TreeSet<>(wanted)));
        }
        events.publishEvent(new MembershipChanged(tenant.value(), person));
    }

    private static Map<String, Object> values(Member member) {
        return Map.of("name", member.name(), "roles", member.roles());
    }

    @Override
    public Set<String> roles(Site site) {
        return roles.of(site);
    }

    @Override
    public List<String> permissions(Site site, String role) {
        return roles.permissions(site, role);
    }
}
