// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.AppTest;
import org.cabildo.complaints.Topics;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Visitor;
import org.cabildo.notifications.Subscriptions;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody asks, confirms, chooses and leaves, without script and without an account. */
@AppTest
class FollowingByMailTests {

    private final Installation installation;
    private final TenantId town;
    private Visitor reader;

    @Autowired
    FollowingByMailTests(Installation installation) {
        this.installation = installation;
        this.town = installation.site("trinidad").requireTenant();
    }

    @BeforeEach
    void follow() {
        reader = installation.visit("trinidad");
        inTown(() ->
                installation.bean(Subscriptions.class).follow(town, Topics.ALL, "lidia@example.org", Locale.of("es")));
    }

    private void inTown(Runnable work) {
        TenantContext.run(
                town, () -> installation.bean(TransactionTemplate.class).executeWithoutResult(status -> work.run()));
    }

    /** Of Lidia alone: others of the town are told of their own requests. */
    private String secret(String table) {
        return TenantContext.get(
                town,
                () -> installation
                        .bean(TransactionTemplate.class)
                        .execute(status -> installation
                                .bean(JdbcClient.class)
                                .sql("select " + table + ".secret from notifications.reader join "
                                        + "notifications.subscription on subscription.tenant_id = reader.tenant_id and "
                                        + "subscription.reader = reader.id where reader.tenant_id = ? and "
                                        + "reader.email = 'lidia@example.org'")
                                .param(town.value())
                                .query(String.class)
                                .single()));
    }

    private int followers() {
        return TenantContext.get(
                town, () -> installation.bean(Subscriptions.class).count(town, Topics.ALL));
    }

    @Test
    void confirmsChoosesADailyMailAndLeaves() {
        String link = "/avisos/confirmar/" + secret("subscription");
        Answer question = reader.get(link);
        assertThat(question.status()).isEqualTo(200);
        assertThat(question.text()).contains("Todos los reportes nuevos");
        assertThat(followers())
                .as("a program that opens links confirms nothing")
                .isZero();

        Answer confirmed = Form.of(question).post(reader, link);
        assertThat(confirmed.status()).isEqualTo(302);
        assertThat(followers()).isEqualTo(1);

        String mine = "/avisos/" + secret("reader");
        Answer page = reader.get(mine);
        assertThat(page.text()).contains("li•••@example.org").doesNotContain("lidia@");
        String field = page.text().replaceAll("(?s).*name=\"(rhythm-[^\"]+)\".*", "$1");
        reader.submit(mine, Map.of(field, "daily"));
        assertThat(reader.get(mine).text()).contains("value=\"daily\" selected");

        Answer left = reader.submit("/avisos/baja/" + secret("reader"), Map.of());
        assertThat(left.header("Location")).endsWith("/avisos/baja");
        assertThat(reader.get("/avisos/baja").status()).isEqualTo(200);
        assertThat(reader.get(mine).status()).isEqualTo(404);
        assertThat(followers()).isZero();
    }

    @Test
    void leavesByTheButtonOfAMailProgram() {
        String secret = secret("subscription");
        reader.submit("/avisos/confirmar/" + secret, Map.of());
        assertThat(followers()).isEqualTo(1);

        Answer forged = installation.visit("trinidad").post("/avisos/" + secret("reader"), Map.of());
        assertThat(forged.status()).as("preferences need the form").isEqualTo(403);
        Visitor program = installation.visit("trinidad");
        Answer pressed = program.post("/avisos/baja/" + secret, Map.of("List-Unsubscribe", "One-Click"));
        Answer again = program.post("/avisos/baja/" + secret, Map.of("List-Unsubscribe", "One-Click"));

        assertThat(List.of(pressed.status(), again.status())).containsOnly(302);
        assertThat(followers()).isZero();
    }

    @Test
    void saysNothingOfWhoFollows() {
        Answer known = reader.submit("/avisos", Map.of("email", "lidia@example.org"));
        Answer unknown = reader.submit("/avisos", Map.of("email", "nadie@example.org"));
        Answer wrong = reader.submit("/avisos", Map.of("email", "no es"));

        assertThat(known.header("Location")).isEqualTo(unknown.header("Location"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(reader.get("/avisos/enviado").status()).isEqualTo(200);
        assertThat(reader.get("/avisos/" + "x".repeat(24)).status()).isEqualTo(404);
    }
}
