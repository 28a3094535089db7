// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pictures and documents come in checked and go out harmless, and only with a public text. */
@AppTest
class UploadTests {

    private static final String SLUG = "cobija";
    private static final String FILES = "/gestion/pages/archivos";

    private final Installation installation;
    private final Manifests manifests;
    private Visitor editor;
    private Visitor reader;

    @Autowired
    UploadTests(Installation installation, Manifests manifests) {
        this.installation = installation;
        this.manifests = manifests;
    }

    @BeforeEach
    void signIn() {
        editor = installation.visit(SLUG).signIn(installation.enrol(Person.named("Fina Archivos"), SLUG, "editor"));
        reader = installation.visit(SLUG);
    }

    @AfterEach
    void restore() {
        installation.restore(SLUG);
    }

    private Answer upload(String name, String type, byte[] content) {
        return Form.of(editor.get(FILES))
                .with("uploadDescription", "La plaza de \"armas\" [vista]")
                .post(editor, FILES, "upload", name, type, content);
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    @Test
    void showsAFileOnlyWithAPublicText() throws IOException {
        assertThat(upload("Plaza Mayor ñ.jpg", "image/jpeg", picture()).status())
                .isEqualTo(302);
        String address = "/archivos/plaza-mayor-n.jpg";
        assertThat(reader.get(address).status()).isEqualTo(404);
        assertThat(editor.get(address).status()).isEqualTo(200);
        assertThat(editor.get(address).header("Cache-Control")).contains("private");

        Form.of(editor.get("/gestion/pages/nueva"))
                .with("title", "La plaza")
                .with("body", "![La plaza](plaza-mayor-n.jpg)")
                .with("image", "plaza-mayor-n.jpg")
                .with("when", "now")
                .with("order", "0")
                .post(editor, "/gestion/pages/nueva");

        Answer file = reader.get(address);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.type()).isEqualTo("image/jpeg");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(installation.visit("rosario").get(address).status()).isEqualTo(404);
        String page = reader.get("/paginas/la-plaza").text();
        assertThat(page).contains("src=\"" + address + "\"", "og:image\" content=\"http://", "width=\"1200\"");
        assertThat(editor.get(FILES + "/plaza-mayor-n.jpg").text()).contains("/gestion/pages/la-plaza/es");
        assertThat(editor.submit(FILES + "/plaza-mayor-n.jpg/quitar", Map.of()).status())
                .isEqualTo(302);
        assertThat(reader.get(address).status()).as("a file in use stays").isEqualTo(200);
    }

    @Test
    void sendsDocumentsAsAttachments() {
        byte[] csv = "año,personas\n2024,10\n".getBytes(StandardCharsets.UTF_8);
        assertThat(upload("Datos 2024.csv", "text/csv", csv).status()).isEqualTo(302);

        Answer file = editor.get("/archivos/datos-2024.csv");

        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void refusesWhatIsNotWhatItSays() {
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        for (String name : new String[] {"a.jpg", "a.html", "a.svg", "a.pdf"}) {
            Answer answer = upload(name, "image/jpeg", html);
            assertThat(answer.status()).as(name).isEqualTo(200);
            assertThat(answer.text()).contains("error-summary");
        }
    }

    @Test
    void putsAPictureIntoWhatIsWritten() throws IOException {
        Answer page = editor.get("/gestion/news/nueva");

        Answer again = Form.of(page)
                .with("title", "Con foto")
                .with("body", "Antes")
                .with("when", "draft")
                .with("order", "0")
                .with("uploadDescription", "El río")
                .with("uploadUse", "text")
                .with("do", "upload")
                .post(editor, "/gestion/news/nueva", "upload", "rio.jpg", "image/jpeg", picture());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("Antes\n\n![El río](rio.jpg)");
    }

    @Test
    void writesFilesIntoTheManifestAndTakesThemFromThere() throws IOException {
        upload("Plaza.jpg", "image/jpeg", picture());
        upload("datos.csv", "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));

        Folder exported = manifests.export(SLUG);

        assertThat(exported.bytes("content/files/plaza.jpg")).isPresent();
        assertThat(exported.text("content/files.yaml").orElseThrow()).contains("plaza.jpg: ");
        installation.restore(SLUG);
        assertThat(manifests.diff(installation.samples().get(SLUG))).isEmpty();
        manifests.apply(exported, org.cabildo.platform.Actor.SYSTEM);
        assertThat(manifests.export(SLUG).all().keySet())
                .isEqualTo(exported.all().keySet());
        exported.all()
                .forEach((path, bytes) -> assertThat(
                                manifests.export(SLUG).bytes(path).orElseThrow())
                        .as(path)
                        .isEqualTo(bytes));
    }
}
