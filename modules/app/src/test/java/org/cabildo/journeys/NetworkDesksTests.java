// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.NuChecker;
import org.cabildo.harness.PageRules;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantContext;
import org.cabildo.tenancy.Manifests;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where networks make editions and members decide what they show, without a browser. */
@AppTest
class NetworkDesksTests {

    private static final Person ADMINISTRATOR = Person.named("Nora Redes");
    private static final String EDITIONS = "/gestion/ediciones";
    private static final String NEXT = EDITIONS + "/edicion-2027";

    private final Installation installation;

    @Autowired
    NetworkDesksTests(Installation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void enrol() {
        for (String slug : List.of("amb", "lapaz", "rosario")) {
            installation.enrol(ADMINISTRATOR, slug, Memberships.ADMINISTRATOR);
        }
    }

    private Visitor at(String slug) {
        return installation.visit(slug).signIn(ADMINISTRATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "lapaz,/gestion/comparaciones",
        "lapaz,/gestion/comparaciones/amb",
        "lapaz,/gestion/comparaciones/amb?estado=retirado",
        "lapaz,/gestion/comparaciones/amb/historial",
        "lapaz,/gestion/comparaciones/amb/retirar?todos=true",
        "amb,/gestion/ediciones",
        "amb,/gestion/ediciones/nueva?de=edicion-2020",
        "amb,/gestion/ediciones/edicion-2020",
        "amb,/gestion/ediciones/edicion-2020/editar",
        "amb,/gestion/ediciones/edicion-2020/congelar",
        "amb,/gestion/ediciones/edicion-2020/miembros",
        "amb,/gestion/ediciones/edicion-2020/indicadores/nuevo",
        "amb,/gestion/ediciones/edicion-2020/indicadores/homicidios",
        "amb,/gestion/ediciones/edicion-2020/indicadores/homicidios/quitar"
    })
    void showsValidPages(String slug, String path) {
        Answer page = at(slug).get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(NuChecker.shared().errors(page)).isEmpty();
        assertThat(PageRules.broken(page)).isEmpty();
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void makesAnEditionFreezesItAndRemovesIt() {
        Visitor nora = at("amb");
        Answer made = nora.submit(EDITIONS + "/nueva", Map.of("de", "edicion-2020", "name-es", "Edición 2027"));
        assertThat(made.header("Location")).endsWith(NEXT);
        assertThat(nora.submit(NEXT + "/indicadores/nuevo", Map.of("code", "Área"))
                        .text())
                .contains("error-summary", "href=\"#f-code\"", "href=\"#f-name-es\"", "href=\"#f-source\"");
        assertThat(installation.visit("amb").get("/comparaciones").text()).doesNotContain("Edición 2027");

        nora.submit(NEXT + "/congelar", Map.of());
        nora.submit(NEXT + "/indicadores/homicidios/quitar", Map.of());
        String frozen = nora.get(NEXT).text();
        assertThat(frozen).contains("Congelada", "Homicidios registrados").doesNotContain("/indicadores/nuevo\"");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> nora.get(NEXT + "/miembros").text().contains("20 de 20"));

        assertThat(at("lapaz").get("/gestion").text()).doesNotContain("falta decidir");

        nora.submit(NEXT + "/quitar", Map.of());
        assertThat(nora.get(NEXT).status()).isEqualTo(404);
        assertThat(nora.get("/gestion/auditoria?area=comparisons").text())
                .contains("creó la edición", "congeló la edición", "quitó la edición");
        assertThat(installation
                        .bean(Manifests.class)
                        .diff(installation.samples().get("amb")))
                .isEmpty();
    }

    @Test
    void remindsAMemberOfWhatIsAskedAndNotDecided() {
        Visitor nora = at("amb");
        nora.submit(EDITIONS + "/nueva", Map.of("name-es", "Edición 2027"));
        nora.submit(
                NEXT + "/indicadores/nuevo",
                Map.of(
                        "code",
                        "poblacion",
                        "name-es",
                        "Población",
                        "unit-es",
                        "personas",
                        "decimals",
                        "0",
                        "direction",
                        "none",
                        "source",
                        "INE"));
        nora.submit(NEXT + "/publicar", Map.of());
        try {
            assertThat(at("lapaz").get("/gestion").text()).contains("un indicador sobre el que falta decidir");
            assertThat(at("lapaz")
                            .get("/gestion/comparaciones/amb?estado=abierto")
                            .text())
                    .contains("Población", "Edición 2027", "Sin decidir");
        } finally {
            nora.submit(NEXT + "/ocultar", Map.of());
            nora.submit(NEXT + "/quitar", Map.of());
        }
    }

    @Test
    void givesBothSidesTheirTables() {
        assertThat(at("lapaz").get("/gestion/comparaciones/amb/permisos.csv").text())
                .contains("homicidios", "Permitido");
        assertThat(at("lapaz").get("/gestion/comparaciones/amb/historial.csv").text())
                .contains("agua-potable");
        assertThat(at("amb").get(EDITIONS + "/edicion-2020/miembros.csv").text())
                .contains("020101", "absent");
    }

    @Test
    void letsOnlyMembersDecideAndOnlyAboutTheirNetworks() {
        assertThat(at("lapaz").get("/gestion/comparaciones/riberas").status()).isEqualTo(404);
        assertThat(at("lapaz").get(EDITIONS).status()).isEqualTo(404);
        assertThat(at("amb").get("/gestion/comparaciones").status()).isEqualTo(404);
        assertThat(at("rosario").get("/gestion/comparaciones").status()).isEqualTo(200);

        Site riberas = installation.site("riberas");
        Tenants tenants = installation.bean(Tenants.class);
        TenantContext.run(
                riberas.requireTenant(),
                () -> tenants.change(
                        riberas.requireTenant(), new Profile.Members(List.of("trinidad", "cobija")), Actor.SYSTEM));
        try {
            assertThat(at("rosario").get("/gestion/comparaciones").status()).isEqualTo(404);
            assertThat(at("rosario").get("/gestion").text()).doesNotContain("/gestion/comparaciones");
        } finally {
            installation.restore("riberas");
        }
    }
}
