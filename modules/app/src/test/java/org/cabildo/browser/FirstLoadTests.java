// SPDX-License-Identifier: Apache-2.0
package org.cabildo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.harness.Routes;
import org.cabildo.platform.web.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a phone fetches to show a page for the first time, without pictures. */
class FirstLoadTests extends BrowserTest {

    private static final int BUDGET = 100 * 1024;

    private final Routes routes;

    @Autowired
    FirstLoadTests(Routes routes) {
        this.routes = routes;
    }

    List<String> slugs() {
        return installation.slugs();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void homePagesAreLight(String slug) {
        assertThat(heavy(slug, Set.of("/"))).isEmpty();
    }

    @Test
    void otherPagesAreLight() {
        Set<String> pages = new LinkedHashSet<>(routes.pages(installation.site("lapaz"), Access.Audience.PUBLIC));
        pages.remove("/entrar");

        assertThat(heavy("lapaz", pages)).isEmpty();
    }

    private List<String> heavy(String slug, Set<String> paths) {
        List<String> heavy = new ArrayList<>();
        for (String path : paths) {
            try (BrowserContext profile =
                    chromium().profile(new Browser.NewContextOptions().setViewportSize(360, 800))) {
                Page page = profile.newPage();
                List<Request> requests = new ArrayList<>();
                page.onRequestFinished(requests::add);
                page.navigate(installation.visit(slug).origin() + path);
                page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
                List<Request> counted = requests.stream()
                        .filter(request -> !request.resourceType().equals("image"))
                        .toList();
                int bytes = counted.stream()
                        .mapToInt(request -> request.sizes().responseBodySize)
                        .sum();
                if (bytes > BUDGET) {
                    heavy.add(slug + path + ": " + bytes + " bytes of "
                            + counted.stream()
                                    .map(request -> request.url() + " (" + request.sizes().responseBodySize + ")")
                                    .collect(Collectors.joining(", ")));
                }
            }
        }
        return heavy;
    }
}
