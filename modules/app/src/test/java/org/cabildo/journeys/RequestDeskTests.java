// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.AppTest;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.Reporting;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests from the counter to the solution, and the rules that staff make for them. */
@AppTest
class RequestDeskTests {

    private static final String SLUG = "lapaz";
    private static final String DESK = "/gestion/reportes";

    private final Installation installation;
    private Visitor triage;
    private Visitor worker;

    @Autowired
    RequestDeskTests(Installation installation) {
        this.installation = installation;
    }

    private Visitor staff(String name, String role) {
        return installation.visit(SLUG).signIn(installation.enrol(Person.named(name), SLUG, role));
    }

    @BeforeEach
    void signIn() {
        triage = staff("Tania Recepción", "complaints.triage");
        worker = staff("Walter Cuadrilla", "complaints.worker");
    }

    @AfterEach
    void restore() {
        installation.restore(SLUG);
    }

    private String register(String service, String text) {
        String path = DESK + "/nuevo?servicio=" + service;
        Answer sent = Form.of(triage.get(path))
                .with("canal", "phone")
                .with("description", text)
                .with("direccion", "Plaza Murillo")
                .with("nombre", "Ana Quispe")
                .with("telefono", "70012345")
                .post(triage, DESK + "/nuevo");
        assertThat(sent.status()).isEqualTo(302);
        return sent.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void goesFromTheTelephoneToTheSolution() {
        String item = register("acera", "Baldosas rotas frente al correo");
        Answer page = triage.get(item);
        assertThat(page.text()).contains("Baldosas rotas frente al correo", "Recibido", "70012345", "Teléfono");
        assertThat(triage.get(DESK).text()).contains("Baldosas rotas frente al correo");
        assertThat(triage.get(DESK + "?q=baldosas&servicio=bache").text()).contains("Ningún reporte cumple");

        Form.of(page)
                .with("oficina", "aseo")
                .with("aclaracion", "Le toca a aseo")
                .post(triage, item + "/derivar");
        Form.of(worker.get(item)).with("persona", "yo").post(worker, item + "/asignar");
        Form.of(worker.get(item))
                .with("estado", "en-curso")
                .with("publica", "true")
                .with("nota", "Vamos mañana")
                .post(worker, item + "/estado");
        Form.of(worker.get(item)).with("texto", "Falta material").post(worker, item + "/nota");
        Answer refused = Form.of(worker.get(item))
                .with("estado", "cerrado")
                .with("nota", "No")
                .post(worker, item + "/estado");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("Elija un motivo.");

        assertThat(worker.get(item).text())
                .contains(
                        "Derivado a Aseo urbano",
                        "Asignado a Walter Cuadrilla",
                        "Vamos mañana",
                        "Nota · interno",
                        "En curso");
        Answer open = installation.visit(SLUG).get(item.replace("/gestion", ""));
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.text()).contains("Vamos mañana").doesNotContain("Falta material", "70012345", "Ana Quispe");
        assertThat(worker.get(DESK + "?persona=yo&orden=plazo").text()).contains("Baldosas rotas");
        assertThat(worker.get(DESK + "/ruta").text()).contains("Baldosas rotas", "Plaza Murillo");
        assertThat(worker.get(DESK + "/reportes.csv").text())
                .contains("Baldosas rotas")
                .doesNotContain("Ana Quispe");
    }

    @Test
    void startsAnAnswerFromATemplateThatFitsTheRequest() {
        String item = register("acera", "Escalón suelto");

        Answer page = worker.get(item + "?plantilla=en-camino");

        assertThat(page.text())
                .contains("Una cuadrilla va a trabajar en el reporte " + item.substring(DESK.length() + 1));
    }

    @Test
    void changesSeveralAtOnceAndTellsWhatWasRefused() {
        String one = register("acera", "Uno de varios").substring(DESK.length() + 1);

        Answer asked = triage.get(DESK + "/lote?accion=estado&id=" + one);
        assertThat(asked.text()).contains("Uno de varios", "Aplicar a 1 reportes");
        Answer refused = Form.of(asked).with("estado", "espera").post(triage, DESK + "/lote");
        Answer done = Form.of(triage.get(DESK + "/lote?accion=estado&id=" + one))
                .with("estado", "en-revision")
                .with("publica", "true")
                .post(triage, DESK + "/lote");

        assertThat(refused.text()).contains("No se pudo con 1 reportes", "Explique el cambio");
        assertThat(done.text()).contains("Cambiaron 1 reportes.", "En revisión");
        assertThat(worker.get(DESK + "/lote?accion=derivar&id=" + one).status()).isEqualTo(403);
    }

    @Test
    void mergesSplitsHidesAndRemovesWhoReported() {
        String first = register("basura", "Bolsas en la esquina");
        String second = register("basura", "Basura en la esquina");
        String number = first.substring(DESK.length() + 1);

        Answer question = triage.get(second + "/unir?con=" + number);
        assertThat(question.text()).contains("se cerrará como duplicado del " + number);
        Form.of(question).with("con", number).post(triage, second + "/unir");
        Form.of(triage.get(first + "/separar"))
                .with("servicio", "acera")
                .with("texto", "Y la acera rota")
                .post(triage, first + "/separar");
        Form.of(triage.get(first + "/ocultar")).with("motivo", "nombres").post(triage, first + "/ocultar");
        Form.of(triage.get(first + "/anonimizar")).post(triage, first + "/anonimizar");

        assertThat(triage.get(second).text()).contains("Es un duplicado del reporte #" + number);
        assertThat(triage.get(first).text())
                .contains("Reportes unidos a este", "Se separó el reporte", "Oculto al público", "Nadie dejó su nombre")
                .doesNotContain("70012345");
        assertThat(installation.visit(SLUG).get(first.replace("/gestion", "")).status())
                .isNotEqualTo(200);
        assertThat(worker.get(first + "/ocultar").status()).isEqualTo(403);
    }

    @Test
    void keepsConfidentialReportsFromEverybodyElse() {
        Answer sent = Form.of(triage.get(DESK + "/nuevo?servicio=corrupcion"))
                .with("canal", "counter")
                .with("description", "Piden plata en ventanilla")
                .with("direccion", "Alcaldía")
                .post(triage, DESK + "/nuevo");
        assertThat(sent.status()).isEqualTo(302);
        Visitor named = staff("Clara Control", "complaints.confidential");

        assertThat(named.get(DESK + "/confidenciales").text()).contains("Piden plata en ventanilla");
        assertThat(triage.get(DESK + "/confidenciales").status()).isEqualTo(403);
        assertThat(triage.get(DESK + "?etapa=todos&q=plata").text()).doesNotContain("Piden plata");
        assertThat(named.get(DESK).status()).isEqualTo(403);
    }

    @Test
    void talksInConfidenceWithWhoeverKeepsCodeAndPassphrase() {
        TenantId tenant = installation.site(SLUG).requireTenant();
        Reported reported = TenantContext.get(
                tenant, () -> installation.bean(Reporting.class).report(tenant, inConfidence()));
        String item = DESK + "/" + reported.id();
        Visitor named = staff("Clara Control", "complaints.confidential");
        Form.of(named.get(item))
                .with("texto", "¿En qué ventanilla fue?")
                .with("publica", "true")
                .post(named, item + "/nota");
        Form.of(named.get(item)).with("texto", "Avisar a auditoría").post(named, item + "/nota");

        Visitor someone = installation.visit(SLUG);
        Form form = Form.of(someone.get("/reportes/caso")).with("codigo", "" + reported.id());
        Answer wrong = form.with("clave", "x".repeat(24)).post(someone, "/reportes/caso");
        Answer right = Form.of(someone.get("/reportes/caso"))
                .with("codigo", "#" + reported.id())
                .with("clave", reported.secret())
                .post(someone, "/reportes/caso");
        assertThat(wrong.text()).contains("No encontramos un caso con ese código");
        assertThat(right.status()).isEqualTo(302);
        String own = right.header("Location").replaceFirst("^https?://[^/]+", "");
        Answer page = someone.get(own);
        assertThat(page.text()).contains("¿En qué ventanilla fue?").doesNotContain("Avisar a auditoría");
        Form.of(page).with("comentar", "En la tercera").post(someone, own + "/comentar");

        assertThat(named.get(item).text()).contains("En la tercera");
        assertThat(triage.get(item).status()).isEqualTo(404);
        assertThat(someone.get("/reportes/" + reported.id()).status()).isEqualTo(404);
    }

    private static NewRequest inConfidence() {
        return new NewRequest(
                UUID.randomUUID().toString(),
                "corrupcion",
                "Cobran por un trámite gratuito",
                Map.of(),
                null,
                "Edificio central",
                "",
                "",
                "web",
                Reporter.ANONYMOUS,
                true,
                List.of(),
                "",
                null);
    }

    @Test
    void changesWhatCanBeReportedAndSaysWhatSpeaksAgainstIt() {
        Visitor administrator = staff("Alma Alcaldía", "administrator");
        String services = DESK + "/ajustes/servicios";
        assertThat(administrator.get(DESK + "/ajustes").text()).contains("Calendarios", "Respuestas modelo");

        Answer saved = Form.of(administrator.get(services + "/nuevo"))
                .with("code", "grafiti")
                .with("name-es", "Grafiti")
                .with("group", "calle")
                .with("type", "realtime")
                .with("radius", "50")
                .with("reopen", "30")
                .with("reopenBy", "reporter")
                .post(administrator, services + "/nuevo");
        assertThat(saved.status()).isEqualTo(302);
        assertThat(administrator.get(services).text()).contains("Grafiti");
        assertThat(triage.get(DESK + "/nuevo").text()).contains("Grafiti");

        Answer twice = Form.of(administrator.get(services + "/nuevo"))
                .with("code", "grafiti")
                .with("name-es", "Otro")
                .with("type", "realtime")
                .with("radius", "50")
                .with("reopen", "30")
                .with("reopenBy", "reporter")
                .post(administrator, services + "/nuevo");
        assertThat(twice.text()).contains("grafiti: ya existe.");
        String offices = DESK + "/ajustes/oficinas";
        Answer used =
                Form.of(administrator.get(offices + "/obras/quitar")).post(administrator, offices + "/obras/quitar");
        assertThat(used.text()).contains("nombra algo que no existe: obras.");

        Form.of(administrator.get(services + "/grafiti/quitar")).post(administrator, services + "/grafiti/quitar");
        assertThat(administrator.get(services).text()).doesNotContain("Grafiti");
        assertThat(administrator.get("/gestion/auditoria").text()).contains("cambió los ajustes de reportes");
        assertThat(triage.get(DESK + "/ajustes").status()).isEqualTo(403);
    }

    @Test
    void showsEveryFormOfTheSettings() {
        Visitor administrator = staff("Alma Alcaldía", "administrator");
        for (String kind : new String[] {
            "servicios",
            "preguntas",
            "grupos",
            "oficinas",
            "rutas",
            "plazos",
            "calendarios",
            "estados",
            "cambios",
            "motivos",
            "plantillas"
        }) {
            String list = DESK + "/ajustes/" + kind;
            Answer page = administrator.get(list);
            assertThat(page.status()).as(list).isEqualTo(200);
            assertThat(administrator.get(list + "/nuevo").status()).as(list).isEqualTo(200);
            String first = page.text().replaceFirst("(?s).*?" + list + "/([^/\"]+)/editar.*", "$1");
            Answer form = administrator.get(list + "/" + first + "/editar");
            assertThat(form.status()).as(list + "/" + first).isEqualTo(200);
        }
    }
}
