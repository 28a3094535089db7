// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.platform.Client;
import org.cabildo.platform.FixedSites;
import org.cabildo.platform.PlatformTest;
import org.cabildo.platform.SiteStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class PageCacheTests {

    @LocalServerPort
    int port;

    @Autowired
    FixedSites sites;

    @BeforeEach
    void change() {
        sites.touch(FixedSites.ALFA);
        sites.touch(FixedSites.BETA);
    }

    @AfterEach
    void comeBack() {
        PageController.away = false;
    }

    @Test
    void answersTheSecondReaderFromMemoryWithTheSameHeaders() {
        Client.Answer first = get("alfa", "/made/page");
        Client.Answer second = get("alfa", "/made/page");

        assertThat(first.header("Cache-Status")).isEqualTo("cabildo; fwd=miss; stored");
        assertThat(second.header("Cache-Status")).isEqualTo("cabildo; hit");
        assertThat(second.body()).isEqualTo(first.body()).startsWith("page of alfa");
        for (String header : List.of("ETag", "Cache-Control", "Content-Type", "X-Own", "X-Content-Type-Options")) {
            assertThat(second.header(header)).as(header).isNotEmpty().isEqualTo(first.header(header));
        }
        assertThat(second.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void answersHeadAndConditionalRequests() {
        Client.Answer made = get("alfa", "/made/page");

        Client.Answer same = get("alfa", "/made/page", "If-None-Match: \"other\", " + made.header("ETag"));
        Client.Answer changed = get("alfa", "/made/page", "If-None-Match: \"other\"");
        Client.Answer head = new Client(port).send("HEAD", "alfa.cabildo.localhost", "/made/page", "");

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(made.header("Content-Length"));
    }

    @Test
    void answersAReaderWithAnOldCopyWithTheWholePageOnAMiss() {
        String etag = get("alfa", "/made/page").header("ETag");
        sites.touch(FixedSites.ALFA);

        assertThat(get("alfa", "/made/page", "If-None-Match: " + etag).status()).isEqualTo(200);
        assertThat(get("alfa", "/made/page").header("Cache-Status")).isEqualTo("cabildo; hit");
    }

    @Test
    void makesAPageAgainWhenItsSiteChangesAndNoOther() {
        String alfa = get("alfa", "/made/page").body();
        String beta = get("beta", "/made/page").body();
        sites.touch(FixedSites.ALFA);

        assertThat(get("alfa", "/made/page").body()).isNotEqualTo(alfa);
        assertThat(get("beta", "/made/page").body()).isEqualTo(beta);
    }

    @Test
    void keepsTenantsLanguagesAndQueriesApart() {
        Set<String> bodies = Set.of(
                get("alfa", "/made/page").body(),
                get("beta", "/made/page").body(),
                get("alfa", "/made/page?lang=en").body(),
                get("alfa", "/made/page?q=1").body(),
                get("alfa", "/made/page?q=2").body(),
                get("alfa", "/made/page", "Cookie: lang=en").body());

        assertThat(bodies).hasSize(6);
        assertThat(get("alfa", "/made/page?b=2&a=1").body())
                .isEqualTo(get("alfa", "/made/page?a=1&b=2").body());
        assertThat(get("alfa", "/made/page?a=1&a=2").body())
                .isNotEqualTo(get("alfa", "/made/page?a=2&a=1").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie: cabildo-session=ana",
                "Cookie: lang=es; cabildo-session=ana",
                "Cookie: theme-preview=token",
                "Authorization: Bearer x",
                "HX-Request: true",
                "Accept: application/json"
            })
    void neitherKeepsNorAnswersWhatMayBePersonal(String header) {
        String anonymous = get("alfa", "/made/page").body();
        Client.Answer personal = get("alfa", "/made/page", header);

        assertThat(personal.header("Cache-Status")).isEmpty();
        assertThat(personal.body()).isNotEqualTo(anonymous);
        assertThat(get("alfa", "/made/page").body()).isEqualTo(anonymous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "private", "no-store", "silent", "large"})
    void keepsNothingThatIsNotForEverybody(String name) {
        get("alfa", "/made/" + name);
        Client.Answer second = get("alfa", "/made/" + name);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("Cache-Status")).isEmpty();
        assertThat(second.body()).isNotEmpty();
    }

    @Test
    void isNotPoisonedByHeadersThatAreNotInTheKey() {
        Client.Answer poisoned =
                get("alfa", "/made/page?p=1", "X-Forwarded-Host: evil.example", "Forwarded: host=evil");
        assertThat(get("alfa", "/made/page?p=2", "X-Forwarded-Host: beta.cabildo.localhost")
                        .body())
                .startsWith("page of alfa");
        assertThat(new Client(port)
                        .send("GET", "evil.example", "/made/page", "")
                        .status())
                .isEqualTo(421);
        assertThat(poisoned.body()).startsWith("page of alfa");
    }

    @Test
    void showsNothingOfASiteThatIsNoLongerLive() {
        get("alfa", "/made/page");
        sites.status(FixedSites.ALFA, SiteStatus.SUSPENDED);
        try {
            assertThat(get("alfa", "/made/page").status()).isEqualTo(503);
        } finally {
            sites.status(FixedSites.ALFA, SiteStatus.LIVE);
        }
    }

    @Test
    void makesAPageOnceForManyReaders() {
        int before = PageController.MADE.get();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<String> bodies = IntStream.range(0, 40)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> get("alfa", "/made/slow").body(), readers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.toSet());

            assertThat(bodies).hasSize(1);
        }
        assertThat(PageController.MADE.get() - before).isEqualTo(1);
    }

    @Test
    void makesAPageAgainWhenItChangesByItself() {
        String before = get("alfa", "/made/soon").body();

        await().untilAsserted(() -> assertThat(get("alfa", "/made/soon").body()).isNotEqualTo(before));
    }

    @Test
    void letsOlderPagesStandInWhileTheDatabaseIsAway() {
        String before = get("alfa", "/made/soon").body();
        PageController.away = true;
        await().untilAsserted(() ->
                assertThat(get("alfa", "/made/soon").header("Cache-Status")).isEqualTo("cabildo; stale"));

        assertThat(get("alfa", "/made/soon").body()).isEqualTo(before);
        Client.Answer unknown = get("alfa", "/made/never-seen");
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.header("Retry-After")).isNotEmpty();

        PageController.away = false;
        await().untilAsserted(() -> assertThat(get("alfa", "/made/soon").body()).isNotEqualTo(before));
    }

    private Client.Answer get(String slug, String path, String... headers) {
        return new Client(port).get(slug, path, headers);
    }
}
