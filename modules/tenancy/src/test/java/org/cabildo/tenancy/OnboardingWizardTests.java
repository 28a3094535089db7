// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteStatus;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A portal is made step by step. */
class OnboardingWizardTests extends ConsoleTest {

    @Test
    void makesNothingOfAWrongAnswer() {
        int before = sites.all().size();

        MvcTestResult answer = post("/municipios/nuevo", Map.of("kind", "MUNICIPALITY", "country", "BO", "name", "X"));

        assertThat(answer)
                .hasStatusOk()
                .model()
                .extractingByKey("errors")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, String.class))
                .containsKeys("name", "email");
        assertThat(sites.all()).hasSize(before);
        assertThat(tenants.find(Tenants.Filter.ALL, null, 500)).hasSize(before);
    }

    @Test
    void goesFromANameToAnOpenPortal() {
        String name = "Villa Serena " + NUMBER.incrementAndGet();
        String code = code();

        String territory = moved(post("/municipios/nuevo", identity(name)));
        assertThat(territory).endsWith("/territorio");
        String base = territory.replace("/territorio", "");
        assertThat(moved(get(base + "/revisar"))).as("steps are not skipped").isEqualTo(territory);
        assertThat(post(territory, Map.of("territoryCode", "12", "zone", "America/La_Paz", "language", "es")))
                .hasStatusOk();
        assertThat(sites.bySlug(slug(name))).as("made of a wrong code").isEmpty();

        assertThat(moved(post(territory, territory(code)))).isEqualTo(base + "/modulos");
        assertThat(sites.bySlug(slug(name)).orElseThrow().status()).isEqualTo(SiteStatus.DRAFT);
        assertThat(get("/municipios"))
                .model()
                .extractingByKey("drafts")
                .asString()
                .contains(name);
        assertThat(get(base + "/territorio")).as("resumed").hasStatusOk();

        assertThat(post(base + "/modulos", Map.of("modules", "reading")))
                .as("lacks library")
                .hasStatusOk();
        assertThat(moved(post(base + "/modulos", Map.of("modules", "library")))).isEqualTo(base + "/aspecto");

        assertThat(post(base + "/aspecto", palette("#f2d544")))
                .as("pale letters")
                .hasStatusOk();
        assertThat(moved(post(base + "/aspecto", palette("#1f4e79")))).isEqualTo(base + "/personas");
        assertThat(post(base + "/personas", Map.of("invited", "nobody"))).hasStatusOk();
        assertThat(moved(post(base + "/personas", Map.of("invited", "ana@example.org\nluis@example.org"))))
                .isEqualTo(base + "/revisar");
        assertThat(invited.addresses).as("before the end").doesNotContain("ana@example.org");

        assertThat(moved(post(base + "/revisar", Map.of()))).isEqualTo("/municipios/" + slug(name) + "/bienvenida");
        Site site = sites.bySlug(slug(name)).orElseThrow();
        assertThat(site.status()).isEqualTo(SiteStatus.LIVE);
        assertThat(site.has("library")).isTrue();
        assertThat(site.menu()).isNotEmpty();
        assertThat(site.officialName()).isEqualTo("Gobierno Autónomo Municipal de " + name);
        assertThat(invited.addresses).contains("ana@example.org", "luis@example.org");
        assertThat(get(base + "/revisar")).as("is over").hasStatus(404);
    }

    @Test
    void freesTheShortNameOfAnAbandonedDraft() {
        String name = "Puerto Claro " + NUMBER.incrementAndGet();
        String territory = moved(post("/municipios/nuevo", identity(name)));
        moved(post(territory, territory(code())));
        assertThat(sites.bySlug(slug(name))).isPresent();

        String base = territory.replace("/territorio", "");
        assertThat(get(base + "/cancelar")).hasStatusOk();
        assertThat(moved(post(base + "/cancelar", Map.of()))).isEqualTo("/municipios");

        assertThat(sites.bySlug(slug(name))).isEmpty();
        assertThat(moved(post("/municipios/nuevo", identity(name)))).endsWith("/territorio");
    }

    private static String slug(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static Map<String, String> identity(String name) {
        return Map.of("kind", "MUNICIPALITY", "country", "BO", "name", name, "email", "contacto@example.org");
    }

    private static Map<String, String> territory(String code) {
        return Map.of("territoryCode", code, "zone", "America/La_Paz", "language", "es", "languages", "en");
    }

    private static Map<String, String> palette(String brand) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("brand", brand);
        form.put("brand-contrast", "#ffffff");
        form.put("accent", "#1f4e79");
        form.put("accent-contrast", "#ffffff");
        form.put("surface", "#ffffff");
        form.put("text", "#1b1b1f");
        form.put("link", "#1f4e79");
        return form;
    }
}
