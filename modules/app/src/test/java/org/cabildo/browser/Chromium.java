// SPDX-License-Identifier: Apache-2.0
package org.cabildo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cabildo.harness.Visitor;
import org.junit.jupiter.api.Assumptions;

/** An installed Chromium that finds the sites of the tests under their public addresses. */
public final class Chromium implements AutoCloseable {

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

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the calling test where there is no browser or no driver of it. */
    public static void assumeInstalled() {
        Assumptions.assumeTrue(PROGRAM.isPresent(), "Chromium is not installed");
        Assumptions.assumeTrue(DRIVER.isPresent(), "playwright-core is not installed (.ci/run does it)");
    }

    /** Starts it; every address below the base domain leads to the port. */
    public static Chromium start(int port) {
        System.setProperty("playwright.cli.dir", DRIVER.orElseThrow().toString());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM.orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--host-resolver-rules=MAP *.cabildo.localhost:8080 127.0.0.1:" + port)));
        return new Chromium(playwright, browser);
    }

    /** A new profile, without cookies and cache. */
    public BrowserContext profile(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    /** A new profile that is signed in as a visitor is. */
    BrowserContext profile(Visitor visitor) {
        return profile(visitor, new Browser.NewContextOptions());
    }

    /** A new profile with options that is signed in as a visitor is. */
    BrowserContext profile(Visitor visitor, Browser.NewContextOptions options) {
        BrowserContext profile = browser.newContext(options);
        visitor.cookies()
                .forEach(
                        (name, value) -> profile.addCookies(List.of(new Cookie(name, value).setUrl(visitor.origin()))));
        return profile;
    }

    /** The script of axe-core. */
    static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
