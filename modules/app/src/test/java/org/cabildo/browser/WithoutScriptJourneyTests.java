// SPDX-License-Identifier: Apache-2.0
package org.cabildo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone that runs no script reads a portal from end to end. */
class WithoutScriptJourneyTests extends BrowserTest {

    private Page open(int width, String slug) {
        BrowserContext profile = chromium()
                .profile(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(width, 800));
        Page page = profile.newPage();
        page.setDefaultTimeout(10_000);
        page.navigate(installation.visit(slug).origin() + "/");
        return page;
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void readsNewsFromTheMenuAndComesBack(int width) {
        Page page = open(width, "lapaz");
        menu(page, width, "Noticias");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Noticias");
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("agua", Pattern.CASE_INSENSITIVE)))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/noticias/2026-.*"));
        page.locator(".crumbs").getByText("Noticias").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/noticias"));
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void readsFiguresInAnotherLanguage(int width) {
        Page page = open(width, "lapaz");
        menu(page, width, "Cifras");
        assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English"))
                .first()
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.context().close();
    }

    @Test
    void findsTheWholeSiteFromTheFooter() {
        Page page = open(360, "trinidad");
        page.getByRole(AriaRole.CONTENTINFO)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Mapa del sitio"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/mapa-del-sitio"));
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("Contacto"))
                .first()
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/contacto"));
        page.context().close();
    }

    private static void menu(Page page, int width, String entry) {
        if (width < 700) {
            page.locator(".menu-open").click();
        }
        page.getByRole(AriaRole.BANNER)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(entry).setVisible(true))
                .first()
                .click();
    }
}
