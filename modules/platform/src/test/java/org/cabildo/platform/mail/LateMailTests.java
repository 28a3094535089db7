// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.cabildo.platform.FixedSites;
import org.cabildo.platform.MovableClock;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.DataFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail whose words are chosen when it leaves, and what becomes of mail that nobody takes. */
class LateMailTests {

    private static final MailProperties PROPERTIES =
            new MailProperties("", 587, "", "", "portal@example.org", Path.of("unused"), 3, Duration.ofDays(30));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static DataFixture data;

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final Destination destination = new Destination();
    private final MailQueue queue = new MailQueue(data.dsl());
    private final QueuedMail mails = new QueuedMail(queue, data.audit(clock), data.transactions(), clock);
    private final MailRun run = new MailRun(
            queue,
            destination,
            new Composition(
                    PROPERTIES, new PlatformProperties("cabildo.localhost", "http", 8080, ""), new FixedSites()),
            PROPERTIES,
            data.transactions(),
            clock,
            new SimpleMeterRegistry(),
            List.of(new Rumour()),
            heard::add);

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
        Rumour.words = "Dicen";
        DATABASE.as(TestDatabase.MIGRATOR).sql("truncate platform.mail").update();
    }

    @Test
    void choosesTheWordsWhenMailLeaves() throws Exception {
        destination.answer = DeliveryFailed.Reason.UNREACHABLE;
        late("rumour");
        run.run();
        clock.advance(Duration.ofHours(1));
        Rumour.words = "Ya no";
        destination.answer = null;

        run.run();

        MimeMessage message = destination.taken.getFirst();
        assertThat(message.getSubject()).isEqualTo("Ya no");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(status()).isEqualTo("sent 0");
    }

    @Test
    void sendsNothingWhenThereIsNothingToTellAnyMore() {
        Rumour.words = "";
        late("silence");

        run.run();

        assertThat(destination.taken).isEmpty();
        assertThat(status()).isEqualTo("discarded 0");
    }

    @Test
    void tellsWhatWasGivenUp() {
        destination.answer = DeliveryFailed.Reason.REFUSED;
        plain("bounced");

        run.run();

        assertThat(heard).containsExactly(new MailGivenUp(FixedSites.ALFA, "bounced", true));
    }

    @Test
    void sendsHundredsInOneRun() {
        IntStream.range(0, 150).forEach(number -> plain("m" + number));

        run.run();

        assertThat(destination.taken).hasSize(150);
    }

    private void late(String key) {
        TenantContext.run(
                FixedSites.ALFA,
                () -> mails.send(new LateMail(FixedSites.ALFA, "ana@example.org", "rumour", "{}", key)));
    }

    /** Has words, or has none any more. */
    private static final class Rumour implements MailWriter {

        private static volatile String words = "Dicen";

        @Override
        public String name() {
            return "rumour";
        }

        @Override
        public Optional<WrittenMail> write(TenantId tenant, String reference) {
            return Optional.of(words)
                    .filter(said -> !said.isEmpty())
                    .map(said -> new WrittenMail(
                            said, said, null, Map.of("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));
        }
    }

    private void plain(String key) {
        TenantContext.run(
                FixedSites.ALFA,
                () -> mails.send(new Mail(FixedSites.ALFA, "ana@example.org", "Hola", "Hola", null, key)));
    }

    private static String status() {
        return DATABASE.as(TestDatabase.MIGRATOR)
                .sql("select status || ' ' || length(coalesce(body, '') || coalesce(html, '')) from platform.mail")
                .query(String.class)
                .single();
    }
}
