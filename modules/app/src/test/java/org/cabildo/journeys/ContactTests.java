// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody without an account and without script writes; staff read, answer and delete. */
@AppTest
class ContactTests {

    private static final String SLUG = "potosi";

    private final Installation installation;
    private Visitor editor;
    private Visitor reader;

    @Autowired
    ContactTests(Installation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void signIn() {
        editor = installation.visit(SLUG).signIn(installation.enrol(Person.named("Ana Responde"), SLUG, "editor"));
        reader = installation.visit(SLUG);
    }

    private Answer write(String email, String subject, String text) {
        return Form.of(reader.get("/contacto"))
                .with("name", "Juana Pérez")
                .with("email", email)
                .with("subject", subject)
                .with("message", text)
                .post(reader, "/contacto");
    }

    @Test
    void bringsAMessageToStaff() {
        Answer sent = write("juana@personas.example", "Basura en la calle", "=1+1 <script>alert(1)</script>");

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("Location")).endsWith("/contacto/enviado");
        assertThat(reader.get("/contacto/enviado").status()).isEqualTo(200);
        Answer list = editor.get("/gestion/contact");
        assertThat(list.text()).contains("Basura en la calle");
        Matcher link =
                Pattern.compile("/gestion/contact/([0-9a-f-]{36})\">Basura").matcher(list.text());
        assertThat(link.find()).isTrue();
        String item = "/gestion/contact/" + link.group(1);
        assertThat(editor.get(item).text()).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
        assertThat(editor.get("/gestion/contact/mensajes.csv?estado=all").text())
                .contains("'=1+1");
        assertThat(installation
                        .visit("rosario")
                        .signIn(installation.enrol(Person.named("Rosa Ajena"), "rosario", "editor"))
                        .get(item)
                        .status())
                .isEqualTo(404);

        Form.of(editor.get(item)).with("answered", "true").post(editor, item + "/contestado");
        assertThat(editor.get("/gestion/contact?estado=open").text()).doesNotContain(link.group(1));
        assertThat(editor.get("/gestion/contact?estado=answered").text()).contains(link.group(1));

        Form.of(editor.get(item + "/borrar")).post(editor, item + "/borrar");
        assertThat(editor.get(item).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() {
        Answer answer = write("no es un correo", "Asunto que queda", "Mensaje que queda");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Asunto que queda", "Mensaje que queda", "#f-email");
    }

    @Test
    void swallowsWhatProgramsWrite() {
        Answer answer = Form.of(reader.get("/contacto"))
                .with("name", "Robot")
                .with("email", "robot@personas.example")
                .with("subject", "Oferta")
                .with("message", "Compre")
                .with("website", "https://spam.example")
                .post(reader, "/contacto");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(editor.get("/gestion/contact").text()).doesNotContain("Oferta");
    }

    @Test
    void slowsDownWhoeverWritesTooMuch() {
        for (int i = 0; i < 5; i++) {
            assertThat(write("insistente@personas.example", "Otra vez " + i, "Hola")
                            .status())
                    .isEqualTo(302);
        }
        Answer sixth = write("insistente@personas.example", "Una más", "Hola");
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.text()).contains("Una más");
    }

    @Test
    void refusesAFormWithoutItsToken() {
        assertThat(reader.post("/contacto", java.util.Map.of("name", "x")).status())
                .isEqualTo(403);
    }
}
