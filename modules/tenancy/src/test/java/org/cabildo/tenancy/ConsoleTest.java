// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testkit.EmbeddedDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.tenancy.domains.OwnDomains;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The console of a new installation, asked as an operator, with names and people that the tests make. */
@SpringBootTest(classes = {TenancyApplication.class, ConsoleSurroundings.class})
@AutoConfigureMockMvc
@EmbeddedDatabase(migrated = "tenancy")
abstract class ConsoleTest {

    static final String CONSOLE = "http://console.cabildo.localhost";
    static final Actor OLGA = new Actor(UUID.randomUUID(), "Olga", "olga@example.org", Set.of(), Set.of(), true);
    static final AtomicInteger NUMBER = new AtomicInteger(100);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Tenants tenants;

    @Autowired
    Sites sites;

    @Autowired
    OwnDomains domains;

    @Autowired
    ConsoleSurroundings.Zone zone;

    @Autowired
    ConsoleSurroundings.Invited invited;

    Site municipality() {
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

    static String code() {
        return "03" + String.format("%04d", NUMBER.incrementAndGet());
    }

    MvcTestResult get(String path) {
        return mvc.get().uri(CONSOLE + path).header("X-Who", "operator").exchange();
    }

    MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(CONSOLE + path).header("X-Who", "operator");
        form.forEach(request::param);
        return request.exchange();
    }

    static String moved(MvcTestResult answer) {
        assertThat(answer).hasStatus(302);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }
}
