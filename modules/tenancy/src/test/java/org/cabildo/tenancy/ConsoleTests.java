// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testkit.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Actors;
import org.cabildo.tenancy.domains.DnsTexts;
import org.cabildo.tenancy.domains.Domain;
import org.cabildo.tenancy.domains.OwnDomains;
import org.cabildo.tenancy.domains.OwnDomains.Check;
import org.cabildo.tenancy.domains.OwnDomains.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

@SpringBootTest(classes = {TenancyApplication.class, ConsoleTests.Surroundings.class})
@AutoConfigureMockMvc
@EmbeddedDatabase(migrated = "tenancy")
class ConsoleTests {

    private static final String CONSOLE = "http://console.cabildo.localhost";
    private static final Actor OLGA =
            new Actor(UUID.randomUUID(), "Olga", "olga@example.org", Set.of(), Set.of(), true);
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Tenants tenants;

    @Autowired
    Sites sites;

    @Autowired
    OwnDomains domains;

    @Autowired
    Zone zone;

    @Autowired
    Invited invited;

    @Test
    void refusesPeopleWhoAreNotOperators() {
        assertThat(mvc.get()
                        .uri(CONSOLE + "/municipios")
                        .header("X-Who", "citizen")
                        .exchange())
                .hasStatus(403);
        assertThat(mvc.get()
                        .uri(CONSOLE + "/municipios")
                        .exchange()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/entrar");
        assertThat(mvc.post()
                        .uri(CONSOLE + "/municipios/nuevo")
                        .header("X-Who", "citizen")
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void isNowhereButOnItsOwnHost() {
        Site site = municipality();
        for (String path : List.of("/municipios", "/municipios/nuevo", "/salud", "/eventos", "/auditoria")) {
            assertThat(mvc.get()
                            .uri("http://" + site.canonicalHost() + path)
                            .header("X-Who", "operator")
                            .exchange())
                    .as(path)
                    .hasStatus(404);
        }
    }

    @Test
    void showsItsPagesToOperators() {
        Site site = municipality();
        String own = "/municipios/" + site.slug();
        for (String path : List.of(
                "/",
                "/municipios",
                "/municipios.csv",
                "/municipios/nuevo",
                "/salud",
                "/eventos",
                "/eventos/" + new java.util.UUID(0, 1) + "/descartar",
                "/eventos/correos/" + new java.util.UUID(0, 1) + "/descartar?tenant=1",
                "/auditoria",
                "/auditoria.csv",
                own,
                own + "/modulos",
                own + "/dominios",
                own + "/personas",
                own + "/cuotas",
                own + "/estado/live",
                own + "/manifiesto.zip")) {
            assertThat(get(path)).as(path).hasStatusOk();
        }
        assertThat(get(own + "/miembros")).hasStatus(404);
        assertThat(get("/municipios/nadie")).hasStatus(404);
    }

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

    private Site municipality() {
        String slug = "muestra-" + NUMBER.incrementAndGet();
        Outcome outcome = tenants.create(
                new Tenants.NewTenant(
                        slug,
                        SiteKind.MUNICIPALITY,
                        null,
                        List.of(
                                new Profile.Names("Muestra", "Gobierno Autónomo Municipal de Muestra"),
                                new Profile.Place("BO", code(), "America/La_Paz"),
                                new Profile.Languages(List.of("es")),
                                new Profile.Contact("contacto@example.org", "", "", Map.of(), "", Map.of()))),
                OLGA);
        assertThat(outcome.problems()).isEmpty();
        return sites.bySlug(slug).orElseThrow();
    }

    private static String code() {
        return "03" + String.format("%04d", NUMBER.incrementAndGet());
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

    private MvcTestResult get(String path) {
        return mvc.get().uri(CONSOLE + path).header("X-Who", "operator").exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(CONSOLE + path).header("X-Who", "operator");
        form.forEach(request::param);
        return request.exchange();
    }

    private static String moved(MvcTestResult answer) {
        assertThat(answer).hasStatus(302);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    /** Names that the tests write. */
    static final class Zone implements DnsTexts {

        final Map<String, List<String>> texts = new ConcurrentHashMap<>();
        volatile boolean silent;

        @Override
        public List<String> at(String name) {
            if (silent) {
                throw new Unavailable("No answer", new IllegalStateException());
            }
            return texts.getOrDefault(name, List.of());
        }
    }

    /** Remembers who was invited. */
    static final class Invited implements Administrators {

        final List<String> addresses = new CopyOnWriteArrayList<>();

        @Override
        public void invite(TenantId tenant, String email, String locale, Actor actor) {
            addresses.add(email);
        }

        @Override
        public void remove(TenantId tenant, String email, Actor actor) {
            addresses.remove(email);
        }

        @Override
        public List<Administrator> of(TenantId tenant) {
            return new ArrayList<>();
        }
    }

    /** A signed-in person by header, a zone file, people, and pages that say only their name. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        @Primary
        Actors byHeader() {
            return request -> Optional.ofNullable(request.getHeader("X-Who"))
                    .map(who -> new Actor(
                            OLGA.person(), OLGA.name(), OLGA.email(), Set.of(), Set.of(), who.equals("operator")));
        }

        @Bean
        @Primary
        Zone zone() {
            return new Zone();
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        Invited invited() {
            return new Invited();
        }

        @Bean
        ViewResolver names() {
            return new Names();
        }
    }

    /** Templates are compiled with the application; here a page is its template's name. */
    private static final class Names implements ViewResolver, Ordered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public View resolveViewName(String name, java.util.Locale locale) {
            return name.startsWith("redirect:")
                    ? null
                    : (model, request, response) -> response.getWriter().write(name);
        }
    }
}
