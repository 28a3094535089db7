// SPDX-License-Identifier: Apache-2.0
package org.cabildo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cabildo.harness.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody reports what is broken, and follows it. */
class ReportJourneyTests extends BrowserTest {

    private static final String TOWN = "lapaz";

    private Page open(int width, boolean script) {
        Page page = chromium()
                .profile(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setViewportSize(width, 800))
                .newPage();
        page.setDefaultTimeout(10_000);
        page.navigate(installation.visit(TOWN).origin() + "/reportes");
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(link))
                .first()
                .click();
    }

    private static void choose(Page page, String service) {
        follow(page, "Reportar un problema");
        page.locator("button.service-card", new Page.LocatorOptions().setHasText(service))
                .click();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** Fills in the way from the place to the review, where nothing similar is near. */
    private static void describe(Page page, String text) {
        page.getByLabel("Descripción").fill(text);
        press(page, "Continuar");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void reportsWithoutScriptAndWithoutAName(int width) {
        Page page = open(width, false);
        choose(page, "Acera rota");
        press(page, "Continuar");
        assertThat(page.locator(".error-summary")).containsText("Diga dónde es");
        page.getByLabel("Dirección o referencia").fill("Calle Comercio " + width);
        press(page, "Continuar");
        describe(page, "Baldosas sueltas frente al mercado.");
        press(page, "Continuar");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Sin decir quién es");
        press(page, "Enviar el reporte");

        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Gracias. Su reporte es el número");
        String own = page.url();
        page.getByLabel("Comentario").fill("También falta una tapa.");
        press(page, "Enviar");
        assertThat(page.locator(".timeline")).containsText("También falta una tapa.");
        follow(page, "Ver la página pública");
        assertThat(heading(page)).containsText("Acera rota: Calle Comercio " + width);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Prometimos resolverlo hasta el");
        page.navigate(own.replaceAll("\\?.*", "") + "/retirar");
        press(page, "Retirar el reporte");
        assertThat(page.locator(".timeline")).containsText("Retirado");
        page.context().close();
    }

    @Test
    void followsTheReportThatIsThereAlready() {
        Page first = open(360, false);
        choose(first, "Basura sin recoger");
        point(first, "-16.4957", "-68.1335");
        describe(first, "Bolsas desde el lunes.");
        press(first, "Continuar");
        press(first, "Enviar el reporte");
        assertThat(first.getByRole(AriaRole.MAIN)).containsText("Gracias");

        Page second = open(360, true);
        choose(second, "Basura sin recoger");
        point(second, "-16.49575", "-68.13345");
        assertThat(second.getByRole(AriaRole.MAIN)).containsText("¿Es uno de estos?");
        examine(second, "parecidos");
        assertThat(second.getByRole(AriaRole.MAIN)).containsText("Bolsas desde el lunes.");
        press(second, "Es este: seguirlo");

        assertThat(second.getByRole(AriaRole.MAIN)).containsText("sumamos su aviso a este reporte");
        assertThat(second.locator(".timeline")).containsText("Otra persona avisó lo mismo");
        second.navigate(installation.visit(TOWN).origin() + "/reportes?servicio=basura");
        examine(second, "lista");
        second.navigate(installation.visit(TOWN).origin() + "/reportes/cifras");
        examine(second, "cifras");
        first.context().close();
        second.context().close();
    }

    private static void point(Page page, String latitude, String longitude) {
        page.getByLabel("Latitud").fill(latitude);
        page.getByLabel("Longitud").fill(longitude);
        press(page, "Continuar");
    }

    @Test
    void sendsAPhotoFromAPhoneAndConfirmsByMail() {
        Page page = open(360, true);
        follow(page, "Reportar un problema");
        examine(page, "que");
        page.getByLabel("Fotos").setInputFiles(new FilePayload("IMG_1.jpg", "image/jpeg", picture()));
        page.locator("button.service-card", new Page.LocatorOptions().setHasText("Luminaria apagada"))
                .click();
        examine(page, "lugar");
        page.getByLabel("Dirección o referencia").fill("Plaza Murillo");
        page.getByLabel("Latitud").fill("-16.4955");
        page.getByLabel("Longitud").fill("-68.1336");
        press(page, "Continuar");
        assertThat(page.locator(".photos img")).hasCount(1);
        examine(page, "detalles");
        describe(page, "Apagada hace una semana.");
        examine(page, "contacto");
        page.getByLabel("Correo electrónico").fill("rosa@example.org");
        page.getByLabel("Nombre", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill("Rosa Mamani");
        press(page, "Continuar");
        examine(page, "revisar");
        press(page, "Enviar el reporte");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("falta confirmar su correo");
        examine(page, "recibido");

        page.navigate(confirmation("rosa@example.org"));
        examine(page, "confirmar");
        press(page, "Confirmar mi reporte");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("su reporte quedó confirmado");
        examine(page, "mio");
        follow(page, "Ver la página pública");
        examine(page, "reporte");
        assertThat(page.locator(".photos img")).hasCount(1);
        assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("Rosa Mamani");
        assertThat((Boolean) page.locator(".photos img")
                        .first()
                        .evaluate("image => image.decode().then(() => image.naturalWidth > 0)"))
                .isTrue();
        page.context().close();
    }

    @Test
    void keepsAReportThatIsWrittenWithoutAConnection() {
        Page page = open(360, true);
        follow(page, "Reportar un problema");
        page.evaluate("() => new Promise(done => { const look = async () => "
                + "(await caches.match('/reportes/nuevo/sin-conexion')) && navigator.serviceWorker.controller "
                + "? done() : setTimeout(look, 100); look(); })");
        page.context().setOffline(true);
        page.reload();
        assertThat(heading(page)).hasText("Reportar sin conexión");
        page.getByLabel("Servicio").selectOption("juegos");
        page.getByLabel("Descripción").fill("El columpio está roto.");
        page.getByLabel("Dirección o referencia").fill("Parque Laikacota");
        page.getByLabel("Fotos").setInputFiles(new FilePayload("IMG_2.jpg", "image/jpeg", picture()));
        press(page, "Guardar y enviar");
        assertThat(page.locator("#guardados")).containsText("Se enviará cuando vuelva la conexión");
        page.reload();
        assertThat(page.locator("#guardados")).containsText("Se enviará cuando vuelva la conexión");

        page.context().close();
    }

    /** A red square on a wall, larger than what is shown. */
    private static byte[] picture() {
        BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(120, 130, 140));
        graphics.fillRect(0, 0, 1200, 900);
        graphics.setColor(new Color(180, 40, 30));
        graphics.fillRect(400, 300, 400, 300);
        graphics.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The link of the newest mail to somebody; mail leaves by a job. */
    private String confirmation(String address) {
        Pattern link = Pattern.compile("http://\\S+/reportes/[0-9]+/confirmar/[A-Za-z0-9_-]+");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> mails(address).stream()
                        .anyMatch(mail -> link.matcher(mail).find()));
        return mails(address).stream()
                .map(link::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> mails(String address) {
        try (Stream<Path> files = Files.walk(Surroundings.MAIL)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(ReportJourneyTests::read)
                    .filter(mail -> mail.contains(address))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Whether everybody can read the page as it is, on a phone and at a desk. */
    @SuppressWarnings("unchecked")
    private static void examine(Page page, String name) {
        page.evaluate(Chromium.axe());
        for (int width : List.of(360, 1280)) {
            page.setViewportSize(width, 800);
            assertThat((List<String>) page.evaluate(AccessibilityTests.RUN))
                    .as("%s at %s", name, width)
                    .isEmpty();
            if (System.getProperty("cabildo.looks") != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(System.getProperty("cabildo.looks"), name + "-" + width + ".png")));
            }
        }
        page.setViewportSize(360, 800);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file)
                    .replace("=\r\n", "")
                    .replace("=\n", "")
                    .replace("=3D", "=");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
