// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.ManagementAccess;
import org.cabildo.search.internal.Comparisons.Comparison;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.web.annotation.RestControllerEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The operator's view of search on the management port: what the last comparison found, and the rebuild command. */
@Component
@RestControllerEndpoint(id = "search")
@SuppressWarnings("removal") // its successor can't read the Authorization header
class SearchEndpoint {

    private final Sites sites;
    private final Comparisons comparisons;
    private final Reconciliation reconciliation;
    private final ManagementAccess access;

    SearchEndpoint(Sites sites, Comparisons comparisons, Reconciliation reconciliation, ManagementAccess access) {
        this.sites = sites;
        this.comparisons = comparisons;
        this.reconciliation = reconciliation;
        this.access = access;
    }

    /** The last comparison of each tenant. */
    @GetMapping
    Map<String, Object> last(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        access.check(authorization);
        Map<String, Object> tenants = new LinkedHashMap<>();
        for (Site site : sites.all()) {
            TenantId tenant = site.requireTenant();
            TenantContext.get(tenant, () -> comparisons.last(tenant))
                    .ifPresent(comparison -> tenants.put(site.slug(), report(comparison)));
        }
        return Map.of("tenants", tenants);
    }

    /** Reads everything from the sources again and brings it to the index again, for one tenant or for all. */
    @PostMapping
    Map<String, Object> rebuild(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestParam(defaultValue = "") String tenant) {
        access.check(authorization);
        List<Site> wanted = tenant.isEmpty()
                ? List.copyOf(sites.all())
                : List.of(sites.bySlug(tenant)
                        .orElseThrow(() ->
                                new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no tenant " + tenant)));
        Map<String, Object> tenants = new LinkedHashMap<>();
        wanted.forEach(site -> tenants.put(site.slug(), report(reconciliation.compare(site.requireTenant(), true))));
        return Map.of("tenants", tenants);
    }

    private static Map<String, Object> report(Comparison comparison) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("at", comparison.at());
        report.put("documents", comparison.documents());
        report.put(
                "store",
                Map.of(
                        "missing",
                        comparison.storeMissing(),
                        "stale",
                        comparison.storeStale(),
                        "surplus",
                        comparison.storeSurplus()));
        if (comparison.indexed()) {
            report.put(
                    "index",
                    Map.of(
                            "missing",
                            comparison.indexMissing(),
                            "stale",
                            comparison.indexStale(),
                            "surplus",
                            comparison.indexSurplus()));
        }
        return report;
    }
}
