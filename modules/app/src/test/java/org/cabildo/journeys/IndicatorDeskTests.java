// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.platform.imports.Imports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody without script keeps indicators: defines, imports, corrects, publishes, archives. */
@AppTest
class IndicatorDeskTests {

    private static final String SLUG = "cobija";
    private static final String DESK = "/gestion/indicadores";
    private static final String IMPORT = DESK + "/importar";
    private static final String TABLE = """
            Indicador;Año;Valor;Observación
            agua-potable;2031;61,2;
            agua-potable;2032;sesenta;
            agua-potabel;2032;60,1;
            agua-potable;2033;;año sin encuesta
            """;

    private final Installation installation;
    private final Imports imports;
    private Visitor editor;
    private Visitor reader;

    @Autowired
    IndicatorDeskTests(Installation installation, Imports imports) {
        this.installation = installation;
        this.imports = imports;
    }

    @BeforeEach
    void signIn() {
        editor = installation.visit(SLUG).signIn(installation.enrol(Person.named("Inés Cifras"), SLUG, "editor"));
        reader = installation.visit(SLUG);
    }

    @AfterEach
    void restore() {
        installation.restore(SLUG);
    }

    @Test
    void importsTheGoodRowsOfADamagedTable() {
        String item = upload(TABLE);
        assertThat(editor.get(item).text()).contains("61,2 · sesenta", "Con coma: 1.234,5");

        Form.of(editor.get(item))
                .with("c0", "indicator")
                .with("c1", "period")
                .with("c2", "value")
                .with("c3", "note")
                .with("decimals", "COMMA")
                .with("do", "check")
                .post(editor, item + "/columnas");
        imports.work();
        String report = editor.get(item).text();
        assertThat(report).contains("Fila 3", "«sesenta» no es un número", "¿Quiso decir «agua-potable»?");
        assertThat(editor.get(item + "/informe.csv").text())
                .contains("3,Valor,sesenta,")
                .contains("4,Indicador,agua-potabel,");

        Answer refused = Form.of(editor.get(item)).with("choice", "all").post(editor, item + "/cargar");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("error-summary", "elija omitirlas");

        Form.of(editor.get(item)).with("choice", "good").post(editor, item + "/cargar");
        imports.work();
        assertThat(editor.get(item).text()).contains("2 filas están cargadas; 2 se omitieron");
        assertThat(reader.get("/indicadores/agua-potable/datos.csv").text())
                .contains("agua-potable,,,2031,value,61.2,")
                .contains("agua-potable,,,2033,missing,,");
        assertThat(editor.get(DESK + "/agua-potable/valor?periodo=2031").text())
                .contains("Del archivo valores.csv", "Inés Cifras");
    }

    @Test
    void asksTheBrowserToComeBackWhileRowsAreChecked() {
        String item = upload(TABLE);
        Form.of(editor.get(item))
                .with("c0", "indicator")
                .with("c1", "period")
                .with("c2", "value")
                .with("do", "check")
                .post(editor, item + "/columnas");

        Answer waiting = editor.get(item);

        assertThat(waiting.header("Refresh")).isEqualTo("2");
        assertThat(waiting.text()).contains("href=\"" + item + "\"", item + "/cancelar");
        editor.submit(item + "/cancelar", Map.of());
        assertThat(editor.get(item).text()).contains("se canceló");
    }

    @Test
    void doesNotCheckBeforeEveryNeededColumnIsNamed() {
        String item = upload("a;b\n1;2\n");

        Answer refused = Form.of(editor.get(item)).with("do", "check").post(editor, item + "/columnas");

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("Falta decir qué columna es «Valor»", "#f-fixed-period");
    }

    @Test
    void keepsAnIndicatorFromItsDefinitionToTheArchive() {
        Answer refused = Form.of(editor.get(DESK + "/nuevo"))
                .with("code", "Ruido Nocturno")
                .post(editor, DESK + "/nuevo");
        assertThat(refused.text()).contains("El código lleva letras minúsculas", "Escriba la unidad.");

        assertThat(definition().post(editor, DESK + "/nuevo").header("Location"))
                .endsWith(DESK + "/ruido-nocturno");
        assertThat(reader.get("/indicadores/ruido-nocturno").status()).isEqualTo(404);

        value("2024", "1.234,5");
        assertThat(editor.get(DESK + "/ruido-nocturno").text()).contains("1.234,5");
        Form.of(editor.get(DESK + "/ruido-nocturno/valor?periodo=2024"))
                .with("state", "missing")
                .with("note", "El sonómetro falló")
                .post(editor, DESK + "/ruido-nocturno/valor");
        assertThat(editor.get(DESK + "/ruido-nocturno/valor?periodo=2024").text())
                .contains("Versión 2: Sin dato", "Versión 1: 1.234,5", "El sonómetro falló");

        editor.submit(DESK + "/ruido-nocturno/publicar", Map.of("published", "true"));
        assertThat(reader.get("/indicadores/ruido-nocturno").text()).contains("Sin dato");
        assertThat(reader.get("/indicadores?q=RUIDO").text()).contains("/indicadores/ruido-nocturno");

        assertThat(editor.get(DESK + "/ruido-nocturno/archivar").text()).contains("Sus valores y su historia quedan");
        editor.submit(DESK + "/ruido-nocturno/archivar", Map.of());
        assertThat(reader.get("/indicadores/ruido-nocturno").status()).isEqualTo(404);
        assertThat(editor.get(DESK).text()).doesNotContain("ruido-nocturno");
        assertThat(editor.get(DESK + "?estado=archived").text()).contains("ruido-nocturno");
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseHasSaved() {
        definition().post(editor, DESK + "/nuevo");
        String edit = DESK + "/ruido-nocturno/editar";
        Form late = complete(Form.of(editor.get(edit))).with("name-es", "Ruido de noche");
        complete(Form.of(editor.get(edit))).with("name-es", "Ruido").post(editor, edit);

        Answer refused = late.post(editor, edit);

        assertThat(refused.text()).contains("Otra persona cambió este indicador");
        assertThat(editor.get(edit).text()).contains("value=\"Ruido\"");
    }

    @Test
    void keepsTheDeskFromPeopleWithoutTheRight() {
        Visitor evaluator =
                installation.visit(SLUG).signIn(installation.enrol(Person.named("Eva Lúa"), SLUG, "evaluator"));

        assertThat(evaluator.get(DESK).status()).isEqualTo(403);
        assertThat(evaluator.get(IMPORT).status()).isEqualTo(403);
    }

    private Form definition() {
        return complete(Form.of(editor.get(DESK + "/nuevo")).with("code", "ruido-nocturno"));
    }

    private static Form complete(Form form) {
        return form.with("name-es", "Ruido nocturno")
                .with("unit-es", "decibelios")
                .with("source", "Dirección de Medio Ambiente")
                .with("decimals", "1")
                .with("direction", "down")
                .with("periodicity", "year")
                .with("order", "99");
    }

    private void value(String period, String value) {
        Form.of(editor.get(DESK + "/ruido-nocturno/valor"))
                .with("period", period)
                .with("state", "value")
                .with("value", value)
                .post(editor, DESK + "/ruido-nocturno/valor");
    }

    private String upload(String table) {
        Answer answer = Form.of(editor.get(IMPORT))
                .post(
                        editor,
                        IMPORT,
                        "file",
                        "valores.csv",
                        "text/csv",
                        table.getBytes(Charset.forName("windows-1252")));
        assertThat(answer.status()).isEqualTo(302);
        String location = answer.header("Location");
        return location.substring(location.indexOf(IMPORT));
    }
}
