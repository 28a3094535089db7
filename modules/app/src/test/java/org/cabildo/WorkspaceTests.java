// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.NuChecker;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The staff workspace of a sample portal, as its administrator and its editor meet it. */
@AppTest
class WorkspaceTests {

    private static final String SLUG = "potosi";
    private static final String SETTINGS = "/gestion/ajustes";

    private final Installation installation;
    private Visitor administrator;
    private Visitor editor;

    @Autowired
    WorkspaceTests(Installation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void signIn() {
        Person ana = installation.enrol(Person.named("Ana Ajustes"), SLUG, "administrator");
        Person eva = installation.enrol(Person.named("Eva Edita"), SLUG, "editor");
        administrator = installation.visit(SLUG).signIn(ana);
        editor = installation.visit(SLUG).signIn(eva);
    }

    @AfterEach
    void restore() {
        installation.restore(SLUG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gestion",
                "/gestion/ajustes",
                "/gestion/ajustes/nombre",
                "/gestion/ajustes/contacto",
                "/gestion/ajustes/idiomas",
                "/gestion/ajustes/zona",
                "/gestion/ajustes/menu",
                "/gestion/ajustes/legal",
                "/gestion/modulos",
                "/gestion/modulos/news",
                "/gestion/auditoria"
            })
    void showsValidPagesToTheAdministrator(String path) {
        Answer page = administrator.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(NuChecker.shared().errors(page)).isEmpty();
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gestion/ajustes", "/gestion/ajustes/menu", "/gestion/modulos", "/gestion/auditoria"})
    void keepsAnEditorAndStrangersOut(String path) {
        assertThat(editor.get(path).status()).isEqualTo(403);
        assertThat(installation.visit(SLUG).get(path).header("Location")).contains("/entrar");
        assertThat(editor.get("/gestion").text())
                .contains("Edita")
                .doesNotContain("href=\"" + path + "\"", "Últimos cambios");
    }

    @Test
    void marksOneEntryOfTheMenuAsTheCurrentOne() {
        assertThat(org.jsoup.Jsoup.parse(
                                administrator.get("/gestion/pages/archivos").text())
                        .select(".side nav a[aria-current]")
                        .eachText())
                .containsExactly("Archivos");
    }

    @Test
    void publishesAChangeOfTheContactAndRemembersWhoMadeIt() {
        Answer saved = administrator.submit(
                SETTINGS + "/contacto",
                Map.of(
                        "contact.email", "alcaldia@potosi.example",
                        "contact.phone", "+591 2 622 0000",
                        "contact.hours.es", "De lunes a viernes"));

        assertThat(saved.status()).isEqualTo(302);
        assertThat(installation.site(SLUG).contact()).containsEntry("phone", "+591 2 622 0000");
        assertThat(administrator.get(SETTINGS).text()).contains("alcaldia@potosi.example");
        String record = administrator.get("/gestion/auditoria?quien=ana").text();
        assertThat(record).contains("Ana Ajustes", "Teléfono", "<ins>+591 2 622 0000</ins>");
        assertThat(administrator.get("/gestion/auditoria?quien=nadie").text()).doesNotContain("Ana Ajustes</strong>");
        assertThat(installation
                        .bean(Manifests.class)
                        .diff(installation.samples().get(SLUG)))
                .singleElement()
                .satisfies(change -> assertThat(change.lines()).anyMatch(line -> line.contains("alcaldia@")));
    }

    @Test
    void keepsTheAnswersAndSaysWhatToCorrect() {
        Answer refused = administrator.submit(
                SETTINGS + "/contacto", Map.of("contact.email", "sin arroba", "contact.phone", "+591 2 622 0000"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Correo: Escriba el correo completo", "value=\"sin arroba\"", "value=\"+591 2 622 0000\"")
                .contains("href=\"#f-contact.email\"", "id=\"f-contact.email\"");
        assertThat(installation.site(SLUG).contact()).doesNotContainKey("phone");
    }

    @Test
    void movesAMenuEntryBeforeItIsSaved() {
        Map<String, String> menu = new LinkedHashMap<>();
        List<String> labels = List.of("Uno", "Dos", "Tres");
        for (int i = 0; i < labels.size(); i++) {
            menu.put("menu." + i + ".label.es", labels.get(i));
            menu.put("menu." + i + ".href", "/paginas/" + i);
        }
        menu.put("accion", "bajar.0");

        Answer moved = administrator.submit(SETTINGS + "/menu", menu);

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text().indexOf("value=\"Dos\""))
                .isLessThan(moved.text().indexOf("value=\"Uno\""));
        menu.put("accion", "guardar");
        administrator.submit(SETTINGS + "/menu", menu);
        assertThat(installation.site(SLUG).menu())
                .extracting(entry -> entry.label().get("es"))
                .containsExactly("Uno", "Dos", "Tres");
        administrator.submit(SETTINGS + "/menu", Map.of("accion", "guardar"));
        assertThat(installation.site(SLUG).menu()).isEmpty();
    }

    @Test
    void switchesAModuleOffAndOnAgainAtOnce() {
        Visitor resident = installation.visit(SLUG);
        assertThat(resident.get("/noticias").status()).isEqualTo(200);

        administrator.submit("/gestion/modulos/news", Map.of("encender", "false"));
        assertThat(resident.get("/noticias").status()).isEqualTo(404);
        assertThat(administrator.get("/gestion/modulos").text()).contains("Noticias está apagado");

        administrator.submit("/gestion/modulos/news", Map.of("encender", "true"));
        assertThat(resident.get("/noticias").status()).isEqualTo(200);
        assertThat(administrator.get("/gestion/auditoria").text()).contains("encendió el módulo");
    }

    @Test
    void givesTheRecordAsATable() {
        administrator.submit(SETTINGS + "/nombre", Map.of("name", "Potosí", "officialName", "=Villa Imperial"));

        Answer table = administrator.get("/gestion/auditoria.csv?quien=ana");

        assertThat(table.type()).isEqualTo("text/csv");
        assertThat(table.text()).contains("Nombre oficial", "'=Villa Imperial", "Ana Ajustes");
        assertThat(editor.get("/gestion/auditoria.csv").status()).isEqualTo(403);
    }

    @Test
    void changesOnlyTheSiteOfTheRequest() {
        Map<String, String> before = installation.site("cobija").contact();

        administrator
                .at(installation.site("cobija").canonicalHost())
                .submit(SETTINGS + "/contacto", Map.of("contact.email", "tomado@potosi.example"));

        assertThat(installation.site("cobija").contact()).isEqualTo(before);
    }
}
