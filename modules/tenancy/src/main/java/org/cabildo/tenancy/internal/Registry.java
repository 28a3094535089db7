// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import static org.cabildo.tenancy.internal.jooq.Tables.TENANT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.tenancy.Outcome;
import org.cabildo.tenancy.Outcome.Problem;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Changes the registry's entries. */
@UseCase
class Registry implements Tenants {

    private final RegistryRows rows;
    private final CanonicalDocument canonical;
    private final ProfileCheck check;
    private final ModuleSwitches switches;
    private final NewDocument newDocuments;
    private final SiteDirectory directory;
    private final Audit audit;

    Registry(
            RegistryRows rows,
            CanonicalDocument canonical,
            ProfileCheck check,
            ModuleSwitches switches,
            NewDocument newDocuments,
            SiteDirectory directory,
            Audit audit) {
        this.rows = rows;
        this.canonical = canonical;
        this.check = check;
        this.switches = switches;
        this.newDocuments = newDocuments;
        this.directory = directory;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> find(Filter filter, @Nullable String afterSlug, int atMost) {
        return rows.find(filter, afterSlug, atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public int count(Filter filter) {
        return rows.count(filter);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Profile> profile(TenantId tenant) {
        return rows.profile(TENANT.ID.eq(tenant.value()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Profile> profile(String slug) {
        return rows.profile(TENANT.SLUG.eq(slug));
    }

    @Override
    public Outcome create(NewTenant tenant, Actor actor) {
        Set<String> on = tenant.modules() == null ? switches.initial(tenant.kind()) : tenant.modules();
        Map<String, Object> document = canonical.of(newDocuments.of(tenant, on));
        List<Problem> problems = new ArrayList<>(check.problems(document));
        problems.addAll(switches.problems(tenant.kind(), on));
        problems.addAll(conflicts(null, document));
        if (rows.taken(tenant.slug())) {
            problems.add(ProfileCheck.of("slug", "taken"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(null, problems);
        }
        TenantId made = rows.insert(document);
        rows.enter(made);
        audit.record(made, actor, "tenancy.created", "tenant", tenant.slug(), null, document);
        directory.refreshAfterCommit();
        return new Outcome(made, true, List.of());
    }

    @Override
    public Outcome change(TenantId tenant, Profile.Part part, Actor actor) {
        Map<String, Object> before = document(tenant);
        Map<String, Object> wanted = new LinkedHashMap<>(before);
        wanted.putAll(part.document());
        Map<String, Object> after = canonical.of(wanted);
        List<Problem> problems = new ArrayList<>(newProblems(before, after));
        problems.addAll(conflicts(tenant, after));
        return store(tenant, "tenancy.profile-changed", before, after, problems, actor);
    }

    @Override
    public Outcome switchModules(TenantId tenant, Set<String> on, Actor actor) {
        Map<String, Object> before = document(tenant);
        return switchTo(tenant, before, on, actor);
    }

    @Override
    public Outcome switchModule(TenantId tenant, String module, boolean on, Actor actor) {
        Map<String, Object> before = document(tenant);
        Set<String> chosen = new TreeSet<>(switches.chosen(kind(before), switchesOf(before)));
        if (on) {
            chosen.add(module);
        } else {
            List<Problem> needed = switches.neededBy(module, chosen);
            if (!needed.isEmpty()) {
                return Outcome.refused(tenant, needed);
            }
            chosen.remove(module);
        }
        return switchTo(tenant, before, chosen, actor);
    }

    private Outcome switchTo(TenantId tenant, Map<String, Object> before, Set<String> on, Actor actor) {
        SiteKind kind = kind(before);
        List<Problem> problems = switches.problems(kind, on);
        Map<String, Object> wanted = new LinkedHashMap<>(before);
        wanted.put("modules", switches.turned(kind, switchesOf(before), on));
        return store(tenant, "tenancy.modules-switched", before, canonical.of(wanted), problems, actor);
    }

    @Override
    public Outcome changeStatus(TenantId tenant, SiteStatus status, Actor actor) {
        Map<String, Object> before = document(tenant);
        SiteStatus current = SiteStatus.valueOf(((String) before.get("status")).toUpperCase(Locale.ROOT));
        if (current != status && !Tenants.stepsFrom(current).contains(status)) {
            return Outcome.refused(tenant, List.of(ProfileCheck.of("status", "noStep")));
        }
        Map<String, Object> after = new LinkedHashMap<>(before);
        after.put("status", status.name().toLowerCase(Locale.ROOT));
        return store(tenant, "tenancy.status-changed", before, after, List.of(), actor);
    }

    private Outcome store(
            TenantId tenant,
            String action,
            Map<String, Object> before,
            Map<String, Object> after,
            List<Problem> problems,
            Actor actor) {
        if (!problems.isEmpty()) {
            return Outcome.refused(tenant, problems);
        }
        Set<String> changed = new LinkedHashSet<>(after.keySet());
        changed.addAll(before.keySet());
        changed.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        if (changed.isEmpty()) {
            return new Outcome(tenant, false, List.of());
        }
        rows.update(tenant, after);
        audit.record(
                tenant,
                actor,
                action,
                "tenant",
                (String) after.get("slug"),
                only(before, changed),
                only(after, changed));
        directory.refreshAfterCommit();
        return new Outcome(tenant, true, List.of());
    }

    private Map<String, Object> document(TenantId tenant) {
        return rows.locked(tenant).orElseThrow(() -> new IllegalArgumentException("There is no tenant " + tenant));
    }

    /** Problems of the parts that change, and any others that the change brings about. */
    private List<Problem> newProblems(Map<String, Object> before, Map<String, Object> after) {
        Set<String> old = new TreeSet<>();
        check.problems(before).forEach(problem -> old.add(problem.field()));
        return check.problems(after).stream()
                .filter(problem -> {
                    String part = problem.field().split("\\.")[0];
                    return !old.contains(problem.field()) || !Objects.equals(before.get(part), after.get(part));
                })
                .toList();
    }

    private List<Problem> conflicts(@Nullable TenantId tenant, Map<String, Object> document) {
        List<Problem> problems = new ArrayList<>();
        if (document.get("domains") instanceof List<?> hosts) {
            for (int i = 0; i < hosts.size(); i++) {
                if (rows.claimedByOther(tenant, String.valueOf(hosts.get(i)))) {
                    problems.add(ProfileCheck.of("domains." + i, "claimed"));
                }
            }
        }
        if (document.get("members") instanceof List<?> slugs) {
            for (int i = 0; i < slugs.size(); i++) {
                if (!rows.taken(String.valueOf(slugs.get(i)))) {
                    problems.add(ProfileCheck.of("members." + i, "noMember", slugs.get(i)));
                }
            }
        }
        return problems;
    }

    private static SiteKind kind(Map<String, Object> document) {
        return SiteKind.valueOf(((String) document.get("kind")).toUpperCase(Locale.ROOT));
    }

    private static Map<String, Boolean> switchesOf(Map<String, Object> document) {
        Map<String, Boolean> set = new LinkedHashMap<>();
        if (document.get("modules") instanceof Map<?, ?> modules) {
            modules.forEach((key, value) -> set.put(String.valueOf(key), Boolean.TRUE.equals(value)));
        }
        return set;
    }

    private static Map<String, Object> only(Map<String, Object> document, Set<String> keys) {
        Map<String, Object> part = new LinkedHashMap<>(document);
        part.keySet().retainAll(keys);
        return part;
    }
}
