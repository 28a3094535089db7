// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cabildo.launcher.Browsing.Person;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A municipality gets its portal: everything runs as one command starts it, and everything is done in a browser, as an
 * operator and as the administrator whom the operator invites.
 */
class OnboardingJourneyTests extends LauncherFixture {

    private static final String ADMINISTRATOR = "alcaldia@warnes.example";
    private static final String PASSWORD = "camino-largo-al-rio-7";
    private static final String LOGO = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#0b5d4e"/>
            <circle cx="32" cy="32" r="18" fill="#e2a33b"/></svg>
            """;

    private final int[] ports = Standalone.freePorts(9);

    @Override
    Map<String, String> environment() {
        return Map.of("CABILDO_ROOT", "../..", "CABILDO_DATA", data().toString());
    }

    private void startEverything() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.exists(Path.of("../app/target/cabildo-app-" + Installation.version() + ".jar"))
                        && Files.exists(
                                Path.of("../../gateway/target/cabildo-gateway-" + Installation.version() + ".jar")),
                "The application and the gateway are not packaged yet");
        List<String> command = new ArrayList<>(List.of(
                Processes.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcabildo.launcher.target=" + Path.of("target").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "up",
                "--port=" + ports[0]));
        String[] names = {
            "gateway-management",
            "monolith",
            "monolith-management",
            "postgres",
            "opensearch",
            "opensearch-transport",
            "keycloak",
            "keycloak-management"
        };
        for (int i = 0; i < names.length; i++) {
            command.add("--port=" + names[i] + "=" + ports[i + 1]);
        }
        start(command);
        await("ready", Duration.ofMinutes(5), () -> text().contains("Ready in "));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String url(String site, String path) {
        return "http://" + site + ".cabildo.localhost:" + ports[0] + path;
    }

    @Test
    @Timeout(600)
    void aMunicipalityGetsItsPortalAndKeepsIt() throws IOException, InterruptedException {
        Browsing.assumeInstalled();
        startEverything();
        String operatorsPassword = new Secrets(data().resolve("secrets.properties")).typedByPeople("demo.password");
        try (Browsing chromium = Browsing.start()) {
            Person operator = chromium.person();
            operator.go(url("console", "/"));
            operator.signIn("operacion@cabildo.example", operatorsPassword);
            operator.awaitUrl(Pattern.quote(url("console", "/")) + ".*");
            answerTheWizard(operator);

            Person administrator = chromium.person();
            administrator.go(invitation());
            acceptWithANewAccount(administrator);
            switchNewsOffAndOn(administrator, chromium.person());
            publishAPage(administrator, chromium.person());
            changeTheLook(administrator, chromium.person());
        }
    }

    private void answerTheWizard(Person operator) throws IOException {
        operator.go(url("console", "/municipios/nuevo"));
        operator.page().locator("[name=kind][value=MUNICIPALITY]").check(new Locator.CheckOptions().setForce(true));
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
        await("the invitation's mail", Duration.ofMinutes(1), () -> {
            try (Stream<Path> mails = Files.walk(data().resolve("mail"))) {
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
        await(
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
        administrator.page().locator("[name=when][value=now]").check(new Locator.CheckOptions().setForce(true));
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
