// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cabildo.platform.Site;
import org.junit.jupiter.api.Test;

/** Who sees the console, and what it shows. */
class ConsoleTests extends ConsoleTest {

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
}
