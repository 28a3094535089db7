// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.FixedSites;
import org.cabildo.platform.MovableClock;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.DataFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailTests {

    private static final MailProperties PROPERTIES =
            new MailProperties("", 587, "", "", "portal@example.org", Path.of("unused"), 3, Duration.ofDays(30));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static DataFixture data;

    private final MovableClock clock = new MovableClock();
    private final FixedSites sites = new FixedSites();
    private final Destination destination = new Destination();
    private final MailQueue queue = new MailQueue(data.dsl());
    private final Audit audit = data.audit(clock);
    private final QueuedMail mails = new QueuedMail(queue, audit, data.transactions(), clock);
    private final MailRun run = new MailRun(
            queue,
            destination,
            new Composition(PROPERTIES, new PlatformProperties("cabildo.localhost", "http", 8080, ""), sites),
            PROPERTIES,
            data.transactions(),
            clock,
            new SimpleMeterRegistry(),
            List.of(),
            event -> {});

    @BeforeAll
    static void connect() {
        data = new DataFixture(DATABASE);
    }

    @AfterAll
    static void disconnect() {
        data.close();
    }

    @BeforeEach
    void empty() {
        DATABASE.as(TestDatabase.MIGRATOR)
                .sql("truncate platform.mail, platform.operator_mail, platform.audit_entry")
                .update();
    }

    @Test
    void sendsWhatWasQueuedInTheNameOfTheSite() throws Exception {
        send(FixedSites.ALFA, "ana@example.org", "one");

        run.run();

        MimeMessage message = destination.taken.getFirst();
        assertThat(message.getFrom()[0]).hasToString("Ciudad alfa <portal@example.org>");
        assertThat(message.getReplyTo()[0]).hasToString("contacto@alfa.example");
        assertThat(message.getAllRecipients()[0]).hasToString("ana@example.org");
        assertThat(message.getSubject()).isEqualTo("Invitación");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        assertThat(raw.toString()).contains("text/plain").contains("text/html");
    }

    @Test
    void sendsMailOfTheConsoleWithoutTenant() {
        send(null, "ops@example.org", "health");

        run.run();

        assertThat(destination.taken).hasSize(1);
    }

    @Test
    void queuesAKeyOnceForEachTenant() {
        send(FixedSites.ALFA, "ana@example.org", "same");
        send(FixedSites.ALFA, "ana@example.org", "same");
        send(FixedSites.BETA, "ana@example.org", "same");
        run.run();
        send(FixedSites.ALFA, "ana@example.org", "same");
        run.run();

        assertThat(destination.taken).hasSize(2);
    }

    @Test
    void sendsNothingWhenTheChangeIsRolledBack() {
        TenantContext.run(
                FixedSites.ALFA,
                () -> data.transactions().executeWithoutResult(status -> {
                    mails.send(mail(FixedSites.ALFA, "ana@example.org", "undone"));
                    status.setRollbackOnly();
                }));

        run.run();

        assertThat(destination.taken).isEmpty();
    }

    @Test
    void refusesToQueueForAnotherTenant() {
        assertThatThrownBy(() -> TenantContext.run(
                        FixedSites.ALFA, () -> mails.send(mail(FixedSites.BETA, "ana@example.org", "foreign"))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void forgetsTheTextOfWhatWasSent() {
        send(FixedSites.ALFA, "ana@example.org", "secret");

        run.run();

        assertThat(rows()).containsExactly(Map.of("status", "sent", "text", 0));
    }

    @Test
    void keepsEverythingQueuedWhileTheServerIsAway() {
        destination.answer = DeliveryFailed.Reason.UNREACHABLE;
        IntStream.range(0, 5).forEach(number -> send(FixedSites.ALFA, "ana@example.org", "m" + number));
        for (int hour = 0; hour < 48; hour++) {
            run.run();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(destination.asked)
                .as("one attempt each time, not one for each mail")
                .isEqualTo(48);

        destination.answer = null;
        run.run();

        assertThat(destination.taken).hasSize(5);
    }

    @Test
    void triesAgainLaterAndLaterAndThenGivesUp() {
        destination.answer = DeliveryFailed.Reason.LATER;
        send(FixedSites.ALFA, "ana@example.org", "slow");
        for (int minute = 0; minute < 60; minute++) {
            run.run();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(destination.asked)
                .as("at once, after one minute, after five")
                .isEqualTo(3);
        assertThat(mails.newest(10)).singleElement().satisfies(mail -> {
            assertThat(mail.tenant()).isEqualTo(FixedSites.ALFA);
            assertThat(mail.host()).isEqualTo("example.org");
            assertThat(mail.attempts()).isEqualTo(3);
        });
    }

    @Test
    void showsOperatorsWhatWasRefusedAndLetsThemRetryIt() {
        destination.answer = DeliveryFailed.Reason.REFUSED;
        send(FixedSites.ALFA, "nadie@example.org", "bounced");
        send(null, "nadie@example.org", "bounced");
        run.run();
        List<UndeliveredMail> failed = mails.newest(10);
        assertThat(failed).hasSize(2);

        destination.answer = null;
        Actor operator = Actor.SYSTEM;
        failed.forEach(mail ->
                assertThat(mails.retry(mail.tenant(), mail.id(), operator)).isTrue());
        failed.forEach(mail ->
                assertThat(mails.retry(mail.tenant(), mail.id(), operator)).isFalse());
        run.run();

        assertThat(destination.taken).hasSize(2);
        assertThat(actions()).containsExactly("mail.retried");
    }

    @Test
    void forgetsTheTextOfWhatIsDiscarded() {
        destination.answer = DeliveryFailed.Reason.REFUSED;
        send(FixedSites.ALFA, "nadie@example.org", "bounced");
        run.run();

        UndeliveredMail mail = mails.newest(10).getFirst();
        assertThat(mails.discard(FixedSites.BETA, mail.id(), Actor.SYSTEM))
                .as("another tenant's")
                .isFalse();
        assertThat(mails.discard(mail.tenant(), mail.id(), Actor.SYSTEM)).isTrue();

        assertThat(rows()).containsExactly(Map.of("status", "discarded", "text", 0));
        assertThat(actions()).containsExactly("mail.discarded");
    }

    @Test
    void sendsEachMailOnceFromSeveralReplicas() {
        IntStream.range(0, 40).forEach(number -> send(FixedSites.ALFA, "ana@example.org", "m" + number));

        List<CompletableFuture<Void>> replicas = new ArrayList<>();
        for (int replica = 0; replica < 4; replica++) {
            replicas.add(CompletableFuture.runAsync(run::run));
        }
        replicas.forEach(CompletableFuture::join);
        run.run();

        assertThat(destination.taken).hasSize(40);
    }

    @Test
    void refusesAnythingButOneAddress() {
        for (String address : List.of("", "ana", "a@x, b@y", "Ana <a@example.org>", "a@x\r\nBcc: b@y")) {
            assertThatThrownBy(() -> mail(FixedSites.ALFA, address, "key"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Mail(null, "a@example.org", "Hola\r\nBcc: b@example.org", "", null, "k").subject())
                .isEqualTo("Hola Bcc: b@example.org");
    }

    private void send(@Nullable TenantId tenant, String to, String key) {
        if (tenant == null) {
            mails.send(mail(null, to, key));
        } else {
            TenantContext.run(tenant, () -> mails.send(mail(tenant, to, key)));
        }
    }

    private static Mail mail(@Nullable TenantId tenant, String to, String key) {
        return new Mail(tenant, to, "Invitación", "Entre aquí: secreto", "<p>Entre aquí: secreto</p>", key);
    }

    private static List<Map<String, Object>> rows() {
        return DATABASE.as(TestDatabase.MIGRATOR)
                .sql("select status, length(coalesce(body, '') || coalesce(html, '')) as text from platform.mail")
                .query()
                .listOfRows();
    }

    private static List<String> actions() {
        return DATABASE.as(TestDatabase.MIGRATOR)
                .sql("select action from platform.audit_entry")
                .query(String.class)
                .list();
    }
}
