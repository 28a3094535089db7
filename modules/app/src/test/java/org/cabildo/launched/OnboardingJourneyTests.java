// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launched;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cabildo.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A municipality gets its portal: everything runs as one command starts it, and everything is done in a browser, as an
 * operator and as the administrator whom the operator invites.
 */
class OnboardingJourneyTests {

    private static final String ADMINISTRATOR = "alcaldia@warnes.example";
    private static final String PASSWORD = "camino-largo-al-rio-7";
    private static final String LOGO = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#0b5d4e"/>
            <circle cx="32" cy="32" r="18" fill="#e2a33b"/></svg>
            """;

    @TempDir
    private Path folder;

    private Everything everything;

    @Test
    @Timeout(600)
    void aMunicipalityGetsItsPortalAndKeepsIt() throws IOException, InterruptedException {
        Chromium.assumeInstalled();
        everything = Everything.running();
        try (Chromium chromium = Chromium.start(everything.port())) {
            Person operator = person(chromium);
            operator.go(url("console", "/"));
            operator.signIn("operacion@cabildo.example", everything.demoPassword());
            operator.awaitUrl(Pattern.quote(url("console", "/")) + ".*");
            answerTheWizard(operator);

            Person administrator = person(chromium);
            administrator.go(invitation());
            acceptWithANewAccount(administrator);
            switchNewsOffAndOn(administrator, person(chromium));
            publishAPage(administrator, person(chromium));
            changeTheLook(administrator, person(chromium));
        }
    }

    private Person person(Chromium chromium) {
        Page page = chromium.profile(new Browser.NewContextOptions().setLocale("es"))
                .newPage();
        page.setDefaultTimeout(30_000);
        return new Person(page);
    }

    private String url(String site, String path) {
        return everything.url(site, path);
    }

    private void answerTheWizard(Person operator) throws IOException {
        operator.go(url("console", "/municipios/nuevo"));
        operator.choose("kind", "MUNICIPALITY");
        operator.page().locator("[name=country]").selectOption("BO");
        operator.fill("name", "Warnes");
        operator.fill("email", "contacto@warnes.example");
        operator.press("Guardar y seguir");
        operator.awaitUrl(".*/territorio");
        operator.fill("territoryCode", "070201");
        operator.press("Guardar y seguir");
        operator.awaitUrl(".*/modulos");
        operator.press("Guardar y seguir");
        operator.awaitUrl(".*/aspecto");
        chooseColours(operator);
        operator.fill("invited", ADMINISTRATOR);
        operator.press("Guardar y seguir");
        operator.awaitUrl(".*/revisar");
        assertThat(operator.shows("Warnes")).isTrue();
        operator.press("Abrir el portal");
        operator.awaitUrl(".*/bienvenida");
        assertThat(operator.title()).contains("Warnes").contains("abierto");
    }

    /** A logo proposes colours; a pair that can't be read is refused and named; one that can is taken. */
    private void chooseColours(Person operator) throws IOException {
        Path logo = folder.resolve("escudo.svg");
        Files.writeString(logo, LOGO);
        operator.page().locator("input[name=logo]").setInputFiles(logo);
        operator.press("Subir y proponer colores");
        assertThat(operator.page().locator("[name=brand]").count()).isPositive();
        operator.press("Propuesta 1");
        operator.fill("brand", "#ffe97f");
        operator.fill("brand-contrast", "#ffffff");
        operator.press("Guardar y seguir");
        operator.awaitUrl(".*/aspecto");
        assertThat(operator.page().locator(".error-summary, [role=alert]").count())
                .isPositive();
        operator.fill("brand", "#0b5d4e");
        operator.fill("brand-contrast", "#ffffff");
        operator.press("Guardar y seguir");
        operator.awaitUrl(".*/personas");
    }

    private String invitation() throws IOException, InterruptedException {
        Pattern link = Pattern.compile("http://warnes[^\\s\"<>]*/invitacion/[A-Za-z0-9_-]+");
        List<String> found = new ArrayList<>();
        everything.await("the invitation's mail", Duration.ofMinutes(1), () -> {
            try (Stream<Path> mails = Files.walk(everything.mail())) {
                mails.filter(file -> file.toString().endsWith(".eml"))
                        .map(OnboardingJourneyTests::words)
                        .filter(mail -> mail.contains(ADMINISTRATOR))
                        .map(link::matcher)
                        .filter(Matcher::find)
                        .map(Matcher::group)
                        .forEach(found::add);
            } catch (IOException notYet) {
                return false;
            }
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    /** A mail as people read it: transfer encodings undone. */
    private static String words(Path mail) {
        try {
            String text = Files.readString(mail, StandardCharsets.UTF_8);
            StringBuilder words =
                    new StringBuilder(text.replaceAll("=\\r?\\n", "").replace("=3D", "="));
            Matcher blocks = Pattern.compile("(?:[A-Za-z0-9+/]{60,}={0,2}\\r?\\n)+[A-Za-z0-9+/]*={0,2}")
                    .matcher(text);
            while (blocks.find()) {
                words.append(new String(Base64.getMimeDecoder().decode(blocks.group()), StandardCharsets.UTF_8));
            }
            return words.toString();
        } catch (IOException | IllegalArgumentException unreadable) {
            return "";
        }
    }

    private void acceptWithANewAccount(Person administrator) {
        administrator.page().locator("#register").click();
        administrator.page().locator("#email").fill(ADMINISTRATOR);
        administrator.fill("password", PASSWORD);
        administrator.fill("password-confirm", PASSWORD);
        Optional.of(administrator.page().locator("#firstName"))
                .filter(field -> field.count() > 0)
                .ifPresent(field -> {
                    field.fill("Waldo");
                    administrator.fill("lastName", "Warnes");
                });
        administrator
                .page()
                .locator("input[type=submit], button[type=submit]")
                .first()
                .click();
        administrator.awaitUrl(Pattern.quote(url("warnes", "/invitacion/")) + ".*");
        administrator.page().locator("#accept button[type=submit]").click();
        administrator.awaitUrl(".*/gestion");
    }

    private void switchNewsOffAndOn(Person administrator, Person reader) throws InterruptedException {
        administrator.go(url("warnes", "/gestion/modulos/news"));
        administrator.press("Apagar");
        awaitStatus(reader, "/noticias", 404);
        assertThat(reader.page().locator("a[href^='/noticias']").count()).isZero();
        administrator.go(url("warnes", "/gestion/modulos/news"));
        administrator.press("Encender");
        awaitStatus(reader, "/noticias", 200);
    }

    private void awaitStatus(Person reader, String path, int status) throws InterruptedException {
        everything.await(
                path + " answers " + status,
                Duration.ofSeconds(10),
                () -> reader.page().navigate(url("warnes", path)).status() == status);
        reader.go(url("warnes", "/"));
    }

    private void publishAPage(Person administrator, Person reader) {
        administrator.go(url("warnes", "/gestion/pages/nueva"));
        administrator.fill("title", "Horario de la alcaldía");
        administrator.fill("summary", "Cuándo atiende cada oficina.");
        administrator.fill("body", "Atendemos de **lunes a viernes**, de 8:00 a 16:00.");
        administrator.choose("when", "now");
        administrator
                .page()
                .locator("form[data-dirty] .buttons button[type=submit]")
                .first()
                .click();
        administrator.awaitUrl(".*/gestion/pages/horario-de-la-alcaldia/.*");
        reader.go(url("warnes", "/paginas/horario-de-la-alcaldia"));
        assertThat(reader.title()).isEqualTo("Horario de la alcaldía");
        assertThat(reader.page().locator(".prose strong").first().innerText()).isEqualTo("lunes a viernes");
    }

    /** A draft is seen by its link only, until it is published; going back brings the first look again. */
    private void changeTheLook(Person administrator, Person reader) {
        String first = brand(reader, "/");
        administrator.go(url("warnes", "/gestion/tenancy/tema/colores"));
        administrator.fill("brand", "#5a1e6b");
        administrator
                .page()
                .locator("form[action$='/colores'] button[type=submit]")
                .first()
                .click();
        administrator.go(url("warnes", "/gestion/tenancy/tema"));
        String preview =
                administrator.page().locator("a[href^='/tema/vista/']").first().getAttribute("href");
        assertThat(brand(reader, "/")).isEqualTo(first);
        assertThat(brand(reader, preview)).isEqualTo("#5a1e6b");
        reader.page().context().clearCookies();
        administrator.go(url("warnes", "/gestion/tenancy/tema/publicar"));
        administrator.press("Publicar ahora");
        administrator.awaitUrl(".*/gestion/tenancy/tema.*");
        assertThat(brand(reader, "/")).isEqualTo("#5a1e6b");
        administrator.go(url("warnes", "/gestion/tenancy/tema/historial"));
        administrator.follow("Volver a esta");
        administrator.press("Volver a la versión");
        administrator.awaitUrl(".*/gestion/tenancy/tema.*");
        assertThat(brand(reader, "/")).isEqualTo(first);
    }

    private String brand(Person reader, String path) {
        reader.go(url("warnes", path));
        return (String) reader.page()
                .evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--c-brand').trim()");
    }
}
