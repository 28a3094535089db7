// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launched;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Somebody at a page. Words on the page say what to use. */
record Person(Page page) {

    void go(String url) {
        page.navigate(url);
    }

    void fill(String name, String value) {
        page.locator("[name='" + name + "']").first().fill(value);
    }

    void choose(String name, String value) {
        page.locator("[name=" + name + "][value=" + value + "]").check(new Locator.CheckOptions().setForce(true));
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
