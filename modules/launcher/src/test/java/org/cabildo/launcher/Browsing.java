// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An installed Chromium, and what a person does in it. */
final class Browsing implements AutoCloseable {

    private static final Optional<Path> PROGRAM = Stream.of(
                    System.getProperty("cabildo.chromium", ""),
                    String.valueOf(System.getenv("CABILDO_CHROMIUM")),
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome")
            .filter(name -> !name.isBlank())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private static final Optional<Path> DRIVER = Stream.of(
                    System.getProperty("playwright.cli.dir", ""),
                    String.valueOf(System.getenv("CABILDO_PLAYWRIGHT_DIR")),
                    "../../.cabildo/playwright")
            .filter(name -> !name.isBlank())
            .map(name -> Path.of(name).toAbsolutePath().normalize())
            .filter(folder -> Files.isRegularFile(folder.resolve("package/package.json")))
            .findFirst();

    private final Playwright playwright;
    private final Browser browser;

    private Browsing() {
        System.setProperty("playwright.cli.dir", DRIVER.orElseThrow().toString());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** Skips the calling test where there is no browser or no driver of it. */
    static void assumeInstalled() {
        Assumptions.assumeTrue(PROGRAM.isPresent(), "Chromium is not installed");
        Assumptions.assumeTrue(DRIVER.isPresent(), "playwright-core is not installed (.ci/run does it)");
    }

    static Browsing start() {
        return new Browsing();
    }

    /** A person of their own: no cookies. */
    Person person() {
        Page page = browser.newContext(new Browser.NewContextOptions().setLocale("es"))
                .newPage();
        page.setDefaultTimeout(20_000);
        return new Person(page);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Somebody at a page. Words on the page say what to use. */
    record Person(Page page) {

        void go(String url) {
            page.navigate(url);
        }

        void fill(String name, String value) {
            page.locator("[name='" + name + "']").first().fill(value);
        }

        void press(String words) {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                    .first()
                    .click();
        }

        void follow(String words) {
            page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words))
                    .first()
                    .click();
        }

        void awaitUrl(String pattern) {
            page.waitForURL(Pattern.compile(pattern));
        }

        String title() {
            return page.locator("h1").first().innerText();
        }

        boolean shows(String words) {
            return page.locator("body").innerText().contains(words);
        }

        /** Keycloak asks for the address on one page and for the password on the next. */
        void signIn(String email, String password) {
            page.locator("#username").fill(email);
            page.locator("#kc-login").click();
            page.locator("#password").fill(password);
            page.locator("#kc-login").click();
        }
    }
}
