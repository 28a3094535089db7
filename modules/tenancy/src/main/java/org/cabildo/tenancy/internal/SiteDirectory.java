// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import static org.cabildo.tenancy.internal.jooq.Tables.TENANT;

import jakarta.annotation.PostConstruct;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.domains.DomainProofs;
import org.cabildo.tenancy.internal.jooq.tables.records.TenantRecord;
import org.cabildo.tenancy.theme.PublishedTheme;
import org.cabildo.tenancy.theme.PublishedThemes;
import org.cabildo.tenancy.theme.ThemeDirectory;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The directory of sites in memory, compared with the registry every second. */
@Component
class SiteDirectory implements Sites, ThemeDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(SiteDirectory.class);

    private final DSLContext dsl;
    private final SiteAssembly assembly;
    private final PublishedThemes themes;
    private final DomainProofs proofs;
    private final PlatformProperties properties;
    private volatile Snapshot snapshot;

    SiteDirectory(
            DSLContext dsl,
            SiteAssembly assembly,
            PublishedThemes themes,
            DomainProofs proofs,
            PlatformProperties properties) {
        this.dsl = dsl;
        this.assembly = assembly;
        this.themes = themes;
        this.proofs = proofs;
        this.properties = properties;
        this.snapshot = new Snapshot("", Map.of(), Map.of(), Map.of());
    }

    /** One state of the directory. The state text changes whenever any tenant does. */
    private record Snapshot(
            String state,
            Map<String, Site> byHost,
            Map<TenantId, Site> byTenant,
            Map<TenantId, PublishedTheme> themes) {}

    @PostConstruct
    void load() {
        refresh();
    }

    @Scheduled(fixedDelay = 1000)
    void poll() {
        try {
            refresh();
        } catch (DataAccessException exception) {
            LOG.warn("The directory of sites could not be compared with the registry: {}", exception.getMessage());
        }
    }

    private synchronized void refresh() {
        String state = dsl.select(DSL.count(), DSL.sum(TENANT.VERSION))
                .from(TENANT)
                .fetchSingle(row -> row.value1() + "/" + row.value2());
        if (state.equals(snapshot.state())) {
            return;
        }
        Map<Integer, PublishedTheme> published = themes.byTenant();
        Map<Integer, Set<String>> proved = proofs.hostsByTenant();
        Map<String, Site> hosts = new HashMap<>();
        Map<TenantId, Site> tenants = new LinkedHashMap<>();
        Map<TenantId, PublishedTheme> byTenant = new HashMap<>();
        Site console = assembly.console();
        hosts.put(console.canonicalHost(), console);
        List<TenantRecord> rows = dsl.selectFrom(TENANT).orderBy(TENANT.SLUG).fetch();
        Set<String> members = rows.stream().flatMap(SiteAssembly::members).collect(Collectors.toSet());
        for (TenantRecord row : rows) {
            PublishedTheme theme = published.getOrDefault(row.getId(), PublishedTheme.NEUTRAL);
            Site site = assembly.site(row, theme, proved.getOrDefault(row.getId(), Set.of()), members);
            tenants.put(site.requireTenant(), site);
            byTenant.put(site.requireTenant(), theme);
            site.hosts().forEach(host -> hosts.putIfAbsent(host, site));
        }
        snapshot = new Snapshot(state, Map.copyOf(hosts), tenants, byTenant);
    }

    @Override
    public Optional<Site> byHost(String host) {
        return Optional.ofNullable(snapshot.byHost().get(host));
    }

    @Override
    public Optional<Site> byTenant(TenantId tenant) {
        return Optional.ofNullable(snapshot.byTenant().get(tenant));
    }

    @Override
    public Optional<Site> bySlug(String slug) {
        return all().stream().filter(site -> site.slug().equals(slug)).findFirst();
    }

    @Override
    public Collection<Site> all() {
        return snapshot.byTenant().values();
    }

    @Override
    public Optional<PublishedTheme> theme(TenantId tenant) {
        return Optional.ofNullable(snapshot.themes().get(tenant));
    }

    /** Everything that a change of any site changes. */
    String state() {
        return snapshot.state();
    }

    List<Site> withConsole() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(assembly.console()), all().stream())
                .toList();
    }

    @Override
    public String url(Site site, String path) {
        return properties.origin(site.canonicalHost()) + path;
    }

    @Override
    public void touch(TenantId tenant) {
        dsl.update(TENANT)
                .set(TENANT.VERSION, DSL.field("nextval('tenancy.site_version')", Long.class))
                .where(TENANT.ID.eq(tenant.value()))
                .execute();
        refreshAfterCommit();
    }

    /** Makes a change of this replica visible on it at once. */
    void refreshAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            refresh();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                refresh();
            }
        });
    }
}
