// SPDX-License-Identifier: Apache-2.0
package org.cabildo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The host name alone says which site it is, also for somebody who reaches the application without the gateway. */
@AppTest
class HostTests {

    private final Installation installation;

    @Autowired
    HostTests(Installation installation) {
        this.installation = installation;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nadie.cabildo.localhost",
                "lapaz.cabildo.localhost.example",
                "cabildo.localhost",
                "127.0.0.1",
                "lapaz",
                "xlapaz.cabildo.localhost",
                "id.cabildo.localhost"
            })
    void answersNoUnknownHost(String host) {
        Answer answer = installation.at(host).get("/");

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.text()).doesNotContain("La Paz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LAPAZ.Cabildo.localhost", "lapaz.cabildo.localhost."})
    void knowsAHostInEverySpelling(String host) {
        Answer answer = installation.at(host).get("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Gobierno Autónomo Municipal de La Paz");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, rosario.cabildo.localhost",
        "Forwarded, host=rosario.cabildo.localhost",
        "X-Tenant-Id, 2",
        "X-Tenant, rosario",
        "X-Original-Host, rosario.cabildo.localhost",
        "X-Original-URL, /gestion",
        "X-Rewrite-URL, /gestion",
        "X-User-Id, 00000000-0000-0000-0000-000000000000",
        "X-Forwarded-User, olga.operadora@personas.example",
        "X-HTTP-Method-Override, DELETE"
    })
    void isNotImpressedByAHeader(String header, String value) {
        Visitor visitor = installation.visit("lapaz");
        Answer plain = visitor.get("/paginas/cifras");
        Answer forged = visitor.with(header, value).get("/paginas/cifras");

        assertThat(forged.status()).isEqualTo(plain.status());
        assertThat(forged.text()).isEqualTo(plain.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant=rosario", "tenantId=2", "tenant_id=2", "site=rosario", "host=rosario"})
    void isNotImpressedByAParameter(String parameter) {
        Visitor visitor = installation.visit("lapaz");

        String page = visitor.get("/noticias?" + parameter).text();

        assertThat(page.replace(parameter + "&amp;", "")
                        .replaceAll("[?&](amp;)?" + parameter, "")
                        .replace("%3F" + parameter.replace("=", "%3D"), ""))
                .isEqualTo(visitor.get("/noticias").text());
    }

    @Test
    void keepsTheManagementOutOfTheSites() {
        for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/manifests", "/internal/sites"}) {
            assertThat(installation.visit("lapaz").get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void refusesAChangeThatAnotherSiteAskedFor() {
        Visitor visitor = installation.visit("lapaz");

        assertThat(visitor.post("/salir", Map.of()).status()).isEqualTo(403);
        assertThat(visitor.with("Origin", "http://rosario.cabildo.localhost:8080")
                        .submit("/salir", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(visitor.with("Sec-Fetch-Site", "same-site")
                        .submit("/salir", Map.of())
                        .status())
                .isEqualTo(403);
    }
}
