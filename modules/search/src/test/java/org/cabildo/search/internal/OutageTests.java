// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.cabildo.launcher.EmbeddedOpenSearch;
import org.cabildo.search.SearchResults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** OpenSearch is killed while documents are written, and comes back. */
class OutageTests extends SearchContract {

    private static final EmbeddedOpenSearch NODE = start();

    private static EmbeddedOpenSearch start() {
        try {
            return EmbeddedOpenSearch.start(Files.createTempDirectory("outage"));
        } catch (IOException exception) {
            throw new java.io.UncheckedIOException(exception);
        }
    }

    @DynamicPropertySource
    static void node(DynamicPropertyRegistry registry) {
        registry.add("cabildo.search.url", NODE::url);
        registry.add("cabildo.search.index", () -> "outage");
    }

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Override
    boolean degraded() {
        return false;
    }

    @Test
    void losesNothingWhenOpenSearchIsKilledWhileWriting() {
        write(0, 20);
        await().atMost(Duration.ofSeconds(20)).until(() -> ask(here, "acta").total() == 20);
        NODE.kill();
        write(20, 40);
        pages.remove(here.requireTenant(), "acta-5");
        announce(here, "page", "acta-5");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            SearchResults meanwhile = ask(here, "acta");
            assertThat(meanwhile.degraded()).isTrue();
            assertThat(meanwhile.total()).isEqualTo(39);
        });
        NODE.restart();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            SearchResults back = ask(here, "acta");
            assertThat(back.degraded()).isFalse();
            assertThat(back.total()).isEqualTo(39);
        });
        var comparison = reconciliation.compare(here.requireTenant(), false);
        assertThat(comparison.indexed()).isTrue();
        assertThat(comparison.storeDifferences() + comparison.indexDifferences())
                .isZero();
    }

    private void write(int from, int to) {
        for (int number = from; number < to; number++) {
            publish(here, text("page", "acta-" + number, "Acta " + number, "Sesión del concejo."));
        }
    }
}
