// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.domains.Domain;
import org.cabildo.tenancy.domains.OwnDomains.Check;
import org.cabildo.tenancy.domains.OwnDomains.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Hosts of a tenant's own, proved by a record that only its owner can set. */
class OwnDomainsTests extends ConsoleTest {

    @Test
    void letsAHostAnswerOnlyWhenItsOwnRecordIsThere() {
        TenantId tenant = municipality().requireTenant();
        String host = "www" + NUMBER.incrementAndGet() + ".example.org";
        assertThat(domains.add(tenant, "https://" + host.toUpperCase(java.util.Locale.ROOT) + "/x", OLGA))
                .isEmpty();
        Domain domain = domains.of(tenant).getFirst();
        assertThat(domain.host()).isEqualTo(host);

        assertThat(domains.check(tenant, host, OLGA)).isEqualTo(Check.NOT_FOUND);
        zone.texts.put("_cabildo." + host, List.of("cabildo-site=of-somebody-else"));
        assertThat(domains.check(tenant, host, OLGA)).isEqualTo(Check.OTHER_TEXT);
        zone.silent = true;
        assertThat(domains.check(tenant, host, OLGA)).isEqualTo(Check.NO_ANSWER);
        zone.silent = false;
        assertThat(sites.byHost(host)).isEmpty();

        zone.texts.put("_cabildo." + host, List.of("v=spf1 -all", domain.recordText()));
        assertThat(domains.check(tenant, host, OLGA)).isEqualTo(Check.PROVED);
        Site site = sites.byHost(host).orElseThrow();
        assertThat(site.tenant()).isEqualTo(tenant);
        assertThat(site.canonicalHost()).isEqualTo(host);
    }

    @Test
    void sendsOldAddressesToTheMainOneWithTheirPath() {
        TenantId tenant = municipality().requireTenant();
        Site before = sites.byTenant(tenant).orElseThrow();
        String host = proved(tenant);

        MvcTestResult moved = mvc.get()
                .uri("http://" + before.canonicalHost() + "/noticias?pagina=2")
                .exchange();

        assertThat(moved).hasStatus(308);
        assertThat(moved.getResponse().getHeader("Location")).isEqualTo("http://" + host + ":8080/noticias?pagina=2");

        domains.remove(tenant, host, OLGA);
        assertThat(sites.byHost(host)).isEmpty();
        assertThat(sites.byTenant(tenant).orElseThrow().canonicalHost()).isEqualTo(before.canonicalHost());
    }

    @Test
    void neverGivesAHostToTwoTenants() {
        TenantId first = municipality().requireTenant();
        TenantId second = municipality().requireTenant();
        String host = proved(first);

        assertThat(domains.add(second, host, OLGA)).contains(Refusal.TAKEN);
        assertThat(domains.add(second, "console.cabildo.localhost", OLGA)).contains(Refusal.OURS);
        assertThat(domains.add(second, "not a host", OLGA)).contains(Refusal.NO_HOST);
        assertThat(domains.check(second, host, OLGA)).isNotEqualTo(Check.PROVED);
        assertThat(sites.byHost(host).orElseThrow().tenant()).isEqualTo(first);
    }

    private String proved(TenantId tenant) {
        String host = "portal" + NUMBER.incrementAndGet() + ".example.org";
        assertThat(domains.add(tenant, host, OLGA)).isEmpty();
        Domain domain = domains.of(tenant).getLast();
        zone.texts.put(domain.recordName(), List.of(domain.recordText()));
        assertThat(domains.check(tenant, host, OLGA)).isEqualTo(Check.PROVED);
        return host;
    }
}
