// SPDX-License-Identifier: Apache-2.0
package org.cabildo.looks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff change a portal's look through its pages, without script; reviewers and readers see what they should. */
@AppTest
class ThemeEditorTests {

    private static final Person ADMINISTRATOR = Person.named("Tomasa Mamani");
    private static final Person EDITOR = Person.named("Pablo Editor");
    private static final String EDITOR_PAGES = "/gestion/tenancy/tema";

    private final Installation installation;
    private Visitor staff;

    @Autowired
    ThemeEditorTests(Installation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void signIn() {
        installation.enrol(ADMINISTRATOR, "potosi", "administrator");
        staff = installation.visit("potosi").signIn(ADMINISTRATOR);
    }

    @AfterEach
    void restore() {
        staff.submit(EDITOR_PAGES + "/descartar", Map.of());
        installation.restore("potosi");
    }

    private Answer colour(String token, String hex) {
        String form = staff.get(EDITOR_PAGES + "/colores").text();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = Pattern.compile("<input[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(form);
        while (inputs.find()) {
            if (!inputs.group(1).startsWith("_")) {
                fields.put(inputs.group(1), inputs.group(2));
            }
        }
        fields.put(token, hex);
        return staff.submit(EDITOR_PAGES + "/colores", fields);
    }

    private String previewLink() {
        Matcher link = Pattern.compile("href=\"(/tema/vista/[^\"]+)\"")
                .matcher(staff.get(EDITOR_PAGES).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void showsEveryPageOfTheEditor() {
        for (String page : new String[] {"", "/colores", "/forma", "/textos", "/imagenes", "/pie", "/historial"}) {
            Answer answer = staff.get(EDITOR_PAGES + page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.text()).doesNotContain("style=\"").doesNotContain("onclick");
        }
    }

    @Test
    void isClosedToPeopleWithoutThePermission() {
        installation.enrol(EDITOR, "potosi", "editor");

        assertThat(installation.visit("potosi").signIn(EDITOR).get(EDITOR_PAGES).status())
                .isEqualTo(403);
        assertThat(installation.visit("potosi").get(EDITOR_PAGES).status()).isEqualTo(302);
    }

    @Test
    void saysWhichPairFailsAndRefusesToPublishIt() {
        colour("link", "#d9a07f");

        Answer refused = staff.submit(EDITOR_PAGES + "/publicar", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("enlaces sobre fondo: tiene un contraste de");
    }

    @Test
    void publishesUnderANewAddressThatIsKeptForEver() {
        String before = installation.site("potosi").theme().stylesheet();
        colour("brand", "#4a3b6b");

        assertThat(staff.submit(EDITOR_PAGES + "/publicar", Map.of()).status()).isEqualTo(302);

        String after = installation.site("potosi").theme().stylesheet();
        Visitor reader = installation.visit("potosi");
        assertThat(after).isNotEqualTo(before);
        assertThat(reader.get("/").text()).contains(after);
        Answer sheet = reader.get(after);
        assertThat(sheet.text()).contains("--c-brand:#4a3b6b");
        assertThat(sheet.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
        assertThat(reader.get(before).status()).isEqualTo(200);
        assertThat(installation.visit("lapaz").get(after).status()).isEqualTo(404);
    }

    @Test
    void showsADraftToWhoeverHasTheLinkAndToNobodyElse() {
        colour("brand", "#4a3b6b");
        String published = installation.site("potosi").theme().stylesheet();
        Visitor reviewer = installation.visit("potosi");

        Answer entered = reviewer.get(previewLink());
        assertThat(entered.status()).isEqualTo(302);

        for (String page : new String[] {"/", "/noticias", "/no-hay"}) {
            Answer seen = reviewer.get(page);
            assertThat(seen.text()).as(page).doesNotContain(published).contains("Salir de la vista previa");
            assertThat(seen.header("X-Robots-Tag")).contains("noindex");
            assertThat(seen.header("Cache-Control")).contains("no-store");
        }
        assertThat(installation.visit("potosi").get("/").text())
                .contains(published)
                .doesNotContain("vista previa");
    }

    @Test
    void letsReviewersLeaveThePreview() {
        colour("brand", "#4a3b6b");
        Visitor reviewer = installation.visit("potosi");
        reviewer.get(previewLink());

        assertThat(reviewer.submit("/tema/vista/salir", Map.of()).status()).isEqualTo(302);

        assertThat(reviewer.cookies()).doesNotContainKey("cabildo-preview");
        assertThat(reviewer.get("/").text()).doesNotContain("Salir de la vista previa");
    }

    @Test
    void opensNothingElsewhereWithAPreview() {
        colour("brand", "#4a3b6b");
        String link = previewLink();
        Visitor reviewer = installation.visit("potosi");
        reviewer.get(link);

        Visitor elsewhere = reviewer.at(installation.site("lapaz").canonicalHost());
        assertThat(elsewhere.get("/").text())
                .contains(installation.site("lapaz").theme().stylesheet())
                .doesNotContain("Salir de la vista previa");
        assertThat(installation.visit("lapaz").get(link).status()).isEqualTo(410);
    }
}
