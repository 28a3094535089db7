// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.platform.Client;
import org.cabildo.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class OnceTests {

    private static final String FORM = "Cookie: cabildo-form=one";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient client;

    private final String once = "&_once=" + UUID.randomUUID();

    @BeforeEach
    void forget() {
        OrderController.ORDERS.clear();
    }

    @Test
    void answersTheSecondSubmissionAsTheFirst() {
        Client.Answer first = post("alfa", "name=a" + once, FORM);
        Client.Answer second = post("alfa", "name=a" + once, FORM);

        assertThat(first.status()).isEqualTo(302);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .endsWith("/orders/1");
        assertThat(OrderController.ORDERS).containsExactly("a");
    }

    @Test
    void countsFiftyAtTheSameTimeOnce() {
        Set<String> locations;
        try (ExecutorService browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Client.Answer>> answers = IntStream.range(0, 50)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> post("alfa", "name=b&pause=300" + once, FORM), browsers))
                    .toList();
            locations = answers.stream()
                    .map(answer -> answer.join().header("Location"))
                    .collect(Collectors.toSet());
        }

        assertThat(OrderController.ORDERS).containsExactly("b");
        assertThat(locations).singleElement().asString().endsWith("/orders/1");
    }

    @Test
    void takesACorrectedFormAfterAnError() {
        assertThat(post("alfa", "name=" + once, FORM).status()).isEqualTo(200);
        assertThat(post("alfa", "name=c" + once, FORM).status()).isEqualTo(302);
        assertThat(post("alfa", "name=d" + once, FORM).status())
                .as("back, changed, sent again")
                .isEqualTo(302);
        assertThat(OrderController.ORDERS).containsExactly("c", "d");
    }

    @Test
    void letsAFailedSubmissionBeSentAgain() {
        assertThat(post("alfa", "name=broken" + once, FORM).status()).isEqualTo(500);
        assertThat(post("alfa", "name=broken" + once, FORM).status()).isEqualTo(500);
    }

    @Test
    void keepsBrowsersPeopleAndSitesApart() {
        post("alfa", "name=e" + once, FORM);
        post("alfa", "name=e" + once, "Cookie: cabildo-form=two");
        post("alfa", "name=e" + once, FORM + "; cabildo-session=ana");
        post("alfa", "name=e" + once, FORM + "; cabildo-session=eva");
        post("beta", "name=e" + once, FORM);

        assertThat(OrderController.ORDERS).hasSize(5);
    }

    @Test
    void takesOverFromAReplicaThatDied() {
        post("alfa", "name=f" + once, FORM);
        client.sql("update platform.submission set location = null, started_at = now() - interval '3 minutes'")
                .update();

        assertThat(post("alfa", "name=f" + once, FORM).status()).isEqualTo(302);
        assertThat(OrderController.ORDERS).containsExactly("f", "f");
    }

    @Test
    void doesNotConcernFormsWithoutTheField() {
        post("alfa", "name=g", FORM);
        post("alfa", "name=g", FORM);

        assertThat(OrderController.ORDERS).containsExactly("g", "g");
    }

    private Client.Answer post(String slug, String form, String... headers) {
        return new Client(port).post(slug, "/orders", form, headers);
    }
}
