// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.TenantContext;
import org.junit.jupiter.api.Test;

/** What becomes of a tenant from its draft to its end, with its modules, and how entries are found. */
class TenantLifeTests extends TenantsTest {

    @Test
    void explainsWhyModulesCannotBeSwitched() {
        in(() -> tenants.switchModule(tenant(), "library", false, ADELA));

        Outcome alone = in(() -> tenants.switchModule(tenant(), "reading", true, ADELA));
        assertThat(fields(alone)).containsExactly("modules.reading");
        assertThat(words(alone.problems().getFirst())).contains("necesita", "library");

        in(() -> tenants.switchModules(tenant(), Set.of("library", "reading"), ADELA));
        Outcome needed = in(() -> tenants.switchModule(tenant(), "library", false, ADELA));
        assertThat(fields(needed)).containsExactly("modules.library");
        assertThat(words(needed.problems().getFirst())).contains("apague primero", "reading");
        assertThat(site().modules()).contains("library", "reading");
    }

    @Test
    void switchesAModuleOnTheRunningSiteAndKeepsSwitchesOfModulesThatAreNotInstalled() {
        assertThat(site().modules()).contains("library").doesNotContain("reading");

        in(() -> tenants.switchModule(tenant(), "library", false, ADELA));

        assertThat(site().modules()).doesNotContain("library");
        assertThat(profile().modules())
                .containsEntry("news", true)
                .containsEntry("library", false)
                .doesNotContainKey("reading");
        assertThat(entries().getFirst().action()).isEqualTo("tenancy.modules-switched");
    }

    @Test
    void leadsATenantThroughItsLife() {
        assertThat(fields(in(() -> tenants.changeStatus(tenant(), SiteStatus.CLOSED, ADELA))))
                .containsExactly("status");

        in(() -> tenants.changeStatus(tenant(), SiteStatus.SUSPENDED, ADELA));
        assertThat(site().status()).isEqualTo(SiteStatus.SUSPENDED);
        in(() -> tenants.changeStatus(tenant(), SiteStatus.CLOSED, ADELA));
        assertThat(site().status()).isEqualTo(SiteStatus.CLOSED);
        assertThat(entries().getFirst().before()).contains("suspended");
    }

    @Test
    void makesADraftWithDefaultsThatExportsAsAValidManifest() {
        String name = slug + "-nueva";
        Outcome outcome = tenants.create(draft(name, "contacto@nueva.example"), ADELA);

        assertThat(outcome.problems()).isEmpty();
        Site made = sites.bySlug(name).orElseThrow();
        assertThat(made.status()).isEqualTo(SiteStatus.DRAFT);
        assertThat(made.modules()).contains("library").doesNotContain("reading");
        assertThat(made.menu()).isEmpty();
        assertThat(manifests.diff(manifests.export(name))).isEmpty();
        assertThat(TenantContext.get(
                        made.requireTenant(), () -> audit.ofTenant(made.requireTenant(), Audit.Filter.ALL, null, 10)))
                .extracting(Audit.Entry::action)
                .containsExactly("tenancy.created");
    }

    @Test
    void refusesADraftWithATakenNameAndAWrongAddress() {
        Outcome outcome = tenants.create(draft(slug, "nada"), ADELA);

        assertThat(fields(outcome)).contains("slug", "contact.email");
        assertThat(outcome.tenant()).isNull();
        assertThat(fields(tenants.create(draft("console", "a@b.example"), ADELA)))
                .containsExactly("slug");
    }

    @Test
    void findsEntriesPageByPage() {
        List<Tenants.Entry> first = tenants.find(Tenants.Filter.ALL, null, 1);
        List<Tenants.Entry> second =
                tenants.find(Tenants.Filter.ALL, first.getFirst().slug(), 1);

        assertThat(second.getFirst().slug()).isGreaterThan(first.getFirst().slug());
        assertThat(tenants.find(new Tenants.Filter("gobierno AUTONOMO municipal", null, null, "", ""), null, 100))
                .extracting(Tenants.Entry::slug)
                .contains(slug);
        assertThat(tenants.count(new Tenants.Filter(slug, SiteKind.NETWORK, null, "", "")))
                .isZero();
        assertThat(tenants.count(new Tenants.Filter(slug, SiteKind.MUNICIPALITY, SiteStatus.LIVE, "BO", "news")))
                .isPositive();
    }

    @Test
    void answersLegalParametersByFlattenedKey() {
        assertThat(legal.of(tenant()))
                .containsEntry("responsibleBody", "Proyecto Cabildo (demostración)")
                .containsEntry("accessibility.standard", "WCAG 2.2 AA")
                .containsEntry("demonstration", "true")
                .containsKey("dataProtection.law.es");
    }

    private Tenants.NewTenant draft(String name, String email) {
        return new Tenants.NewTenant(
                name,
                SiteKind.MUNICIPALITY,
                null,
                List.of(
                        new Profile.Names("Nueva", "Municipio de Nueva"),
                        new Profile.Place("BO", "020999", "America/La_Paz"),
                        new Profile.Languages(List.of("es")),
                        new Profile.Contact(email, "", "", Map.of(), "", Map.of())));
    }
}
