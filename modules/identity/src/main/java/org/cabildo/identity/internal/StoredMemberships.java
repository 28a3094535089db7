// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.cabildo.identity.Identified;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Memberships from the store, remembered for a few seconds; a revoked role is gone everywhere within that time. */
@Component
class StoredMemberships implements Memberships {

    private static final Duration REMEMBERED = Duration.ofSeconds(20);

    private record Key(String subject, int tenant, String email) {}

    private final Cache<Key, Standing> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();
    private final MembershipRepository memberships;
    private final TransactionTemplate transactions;
    private final Audit audit;

    StoredMemberships(MembershipRepository memberships, TransactionTemplate transactions, Audit audit) {
        this.memberships = memberships;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Standing standing(@Nullable TenantId tenant, Identified who) {
        Key key = key(tenant, who);
        Standing known = remembered.getIfPresent(key);
        if (known == null) {
            known = transactions.execute(status -> found(tenant, who));
            remembered.put(key, known);
        }
        return known;
    }

    @Override
    public Standing signedIn(@Nullable TenantId tenant, Identified who) {
        Standing standing = transactions.execute(status -> {
            memberships.sawPerson(who.subject());
            Standing found = found(tenant, who);
            if (tenant != null && !found.roles().isEmpty()) {
                memberships.rename(tenant, found.person(), who);
            }
            return found;
        });
        remembered.put(key(tenant, who), standing);
        return standing;
    }

    private Standing found(@Nullable TenantId tenant, Identified who) {
        java.util.UUID person = memberships.person(who.subject());
        if (tenant == null) {
            return new Standing(person, java.util.Set.of());
        }
        if (who.verified()) {
            for (String role : memberships.takePending(tenant, address(who.email()))) {
                memberships.add(tenant, person, who, role);
            }
        }
        return new Standing(person, memberships.roles(tenant, person));
    }

    @Override
    public void enrol(TenantId tenant, String email, String role, Actor actor) {
        String address = address(email);
        transactions.executeWithoutResult(status -> {
            if (memberships.enrol(tenant, address, role)) {
                audit.record(tenant, actor, "people.enrolled", "member", address, null, Map.of("role", role));
            }
        });
        forget(tenant);
    }

    private void forget(TenantId tenant) {
        remembered.asMap().keySet().removeIf(key -> key.tenant() == tenant.value());
    }

    private static Key key(@Nullable TenantId tenant, Identified who) {
        return new Key(who.subject(), tenant == null ? 0 : tenant.value(), who.verified() ? address(who.email()) : "");
    }

    private static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
