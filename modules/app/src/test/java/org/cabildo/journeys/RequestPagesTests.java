// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.AppTest;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.Reporting;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.geography.GeoPoint;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.NuChecker;
import org.cabildo.harness.PageRules;
import org.cabildo.harness.Visitor;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages and documents of requests, as browsers, feed readers and calendars get them. */
@AppTest
class RequestPagesTests {

    private static final String TOWN = "trinidad";

    private final Installation installation;

    @Autowired
    RequestPagesTests(Installation installation) {
        this.installation = installation;
    }

    private Reported report(String service, Reporter reporter) {
        TenantId tenant = installation.site(TOWN).requireTenant();
        NewRequest request = new NewRequest(
                UUID.randomUUID().toString(),
                service,
                "Frente al mercado & la plaza <centro>.",
                Map.of(),
                new GeoPoint(-14.8333, -64.9),
                "",
                "",
                "",
                "web",
                reporter,
                false,
                List.of(),
                "",
                null);
        return TenantContext.get(
                tenant, () -> installation.bean(Reporting.class).report(tenant, request));
    }

    @Test
    void areValidSmallAndUnderTheStrictPolicy() {
        Reported reported = report("acera", Reporter.ANONYMOUS);
        Visitor visitor = installation.visit(TOWN);
        List<String> wrong = new ArrayList<>();
        for (String path : List.of(
                "/reportes",
                "/reportes?servicio=:calle&estado=abiertos&desde=2020-01-01",
                "/reportes?servicio=nada",
                "/reportes/nuevo",
                "/reportes/nuevo?q=basura",
                "/reportes/nuevo/sin-conexion",
                "/reportes/cifras",
                "/reportes/cifras?por=oficina&meses=12",
                "/reportes/" + reported.id(),
                "/reportes/" + reported.id() + "/mio/" + reported.secret() + "?nuevo=si",
                "/reportes/" + reported.id() + "/mio/" + reported.secret() + "/retirar",
                "/reportes/recibido?reporte=12")) {
            Answer answer = visitor.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            wrong.addAll(PageRules.broken(answer));
            wrong.addAll(NuChecker.shared().errors(answer));
        }
        assertThat(wrong).isEmpty();
        assertThat(visitor.get("/reportes/" + reported.id() + "/mio/" + reported.secret())
                        .header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void tellMachinesTheSame() {
        long id = report("basura", Reporter.ANONYMOUS).id();
        Visitor visitor = installation.visit(TOWN);

        assertThat(visitor.get("/reportes.atom").text())
                .contains("<id>http://trinidad.cabildo.localhost:8080/reportes/" + id + "</id>", "&lt;centro&gt;");
        assertThat(visitor.get("/reportes/" + id + ".atom").text()).contains("Recibimos el reporte");
        assertThat(visitor.get("/reportes/" + id + ".ics").text()).contains("BEGIN:VEVENT\r\n", "UID:reporte-" + id);
        assertThat(visitor.get("/reportes.csv?servicio=basura").text())
                .startsWith("service_request_id,service_code")
                .contains(id + ",basura,");
        assertThat(visitor.get("/reportes.geojson?bbox=-65,-15,-64,-14").text())
                .contains("\"service_request_id\":\"" + id + "\"");
        assertThat(visitor.get("/reportes.geojson?bbox=a,b").status()).isEqualTo(400);
    }

    @Test
    void areNotThereForWhatIsNotPublic() {
        Reported confidential = report("corrupcion", Reporter.ANONYMOUS);
        Reported unconfirmed = report("ruido", new Reporter("Ana", "ana@example.org", "", true, "es"));
        Visitor visitor = installation.visit(TOWN);

        for (Reported secret : List.of(confidential, unconfirmed)) {
            String page = "/reportes/" + secret.id();
            for (String end : List.of("", ".atom", ".ics", "/reabrir", "/mio/" + "A".repeat(24))) {
                assertThat(visitor.get(page + end).status()).as(page + end).isEqualTo(404);
            }
            assertThat(visitor.get(page + "/mio/" + secret.secret()).status()).isEqualTo(200);
            for (String list : List.of("/reportes", "/reportes.csv", "/reportes.atom", "/reportes.geojson")) {
                assertThat(visitor.get(list).text()).as(list).doesNotContain(">" + secret.id() + "<", page + "\"");
            }
        }
        Answer question = visitor.get("/reportes/" + unconfirmed.id() + "/confirmar/" + unconfirmed.secret());
        assertThat(question.text()).contains("Confirmar mi reporte");
        assertThat(visitor.get("/reportes/" + unconfirmed.id()).status()).isEqualTo(404);
        Form.of(question).post(visitor, "/reportes/" + unconfirmed.id() + "/confirmar/" + unconfirmed.secret());
        assertThat(visitor.get("/reportes/" + unconfirmed.id()).status()).isEqualTo(200);
    }
}
