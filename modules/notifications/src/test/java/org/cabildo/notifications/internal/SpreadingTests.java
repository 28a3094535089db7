// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cabildo.notifications.NotificationsTest;
import org.cabildo.notifications.Rhythm;
import org.cabildo.platform.mail.MailGivenUp;
import org.cabildo.platform.mail.WrittenMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** From what happened to the mails about it. */
class SpreadingTests extends NotificationsTest {

    private static final String ALL = "meteors:all";
    private static final String BIG = "meteors:big";
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    Spreading spreading;

    @Autowired
    Digests digests;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void tellsEachFollowerOnceHoweverManyTopicsTheyFollow() {
        follows("ana@example.org", ALL);
        follows("ana@example.org", BIG);
        follows("beto@example.org", BIG);
        run(() -> subscriptions.follow(town, ALL, "caro@example.org", SPANISH));

        happens("big-1", "Inés");
        happens("big-1", "Inés");
        spreading.now(town);
        spreading.now(town);

        assertThat(queueOf("notice"))
                .extracting(Queued::to)
                .containsExactlyInAnyOrder("ana@example.org", "beto@example.org");
    }

    @Test
    void saysInTheReadersLanguageHowToLeave() {
        String secret = follows("ana@example.org", ALL);
        here(() -> preferences.change(town, secret, Map.of(), Locale.of("en")));
        happens("m1", "Inés");
        spreading.now(town);

        WrittenMail mail = written(queueOf("notice").getFirst());
        assertThat(mail.text()).contains("en: Inés").contains("> <b>").contains("Stop getting these notices");
        assertThat(mail.html()).contains("&lt;b&gt;").doesNotContain("<b>").doesNotContain("src=");
        assertThat(mail.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .hasEntrySatisfying(
                        "List-Unsubscribe",
                        link -> assertThat(link).startsWith("<http").contains("/avisos/baja/"));
        assertThat(preferencesIn(mail)).isEqualTo(secret);
    }

    @Test
    void choosesTheWordsWhenTheMailLeaves() {
        follows("ana@example.org", ALL);
        happens("m2", "Inés");
        spreading.now(town);

        meteors.seen.put("m2", "alguien");
        assertThat(written(queueOf("notice").getFirst()).text())
                .contains("es: alguien")
                .doesNotContain("Inés");
        meteors.seen.remove("m2");
        assertThat(written(queueOf("notice").getFirst())).isNull();
    }

    @Test
    void writesNothingToWhoeverLeftMeanwhile() {
        String secret = follows("ana@example.org", ALL);
        happens("m3", "Inés");
        spreading.now(town);

        here(() -> preferences.leave(town, secret));

        assertThat(written(queueOf("notice").getFirst())).isNull();
    }

    @Test
    void collectsADayForWhoeverWantsThat() {
        String secret = follows("ana@example.org", ALL);
        daily(secret);
        happens("d1", "Inés");
        happens("d2", "Iván");
        spreading.now(town);

        assertThat(digests.send(town, TUESDAY)).isEqualTo(1);
        assertThat(digests.send(town, TUESDAY)).isZero();
        happens("d3", "Olga");
        spreading.now(town);
        assertThat(digests.send(town, TUESDAY)).isZero();
        assertThat(digests.send(town, TUESDAY.plusDays(1))).isEqualTo(1);

        assertThat(queueOf("notice")).isEmpty();
        List<Queued> mails = queueOf("digest");
        assertThat(written(mails.getFirst()).text())
                .contains("Inés")
                .contains("Iván")
                .doesNotContain("Olga");
        assertThat(written(mails.getFirst()).subject()).startsWith("2 novedades de");
        assertThat(written(mails.getLast()).text()).contains("Olga");
        assertThat(written(mails.getLast()).subject()).startsWith("Una novedad de");
    }

    private void daily(String secret) {
        UUID id = here(() -> preferences.reader(town, secret, SPANISH))
                .orElseThrow()
                .subscriptions()
                .getFirst()
                .id();
        here(() -> preferences.change(town, secret, Map.of(id, Rhythm.DAILY), SPANISH));
    }

    @Test
    void putsAFloodIntoTheDailyMail() {
        follows("ana@example.org", ALL);
        for (int i = 0; i < 50; i++) {
            happens("flood-" + i, "Inés");
        }
        spreading.now(town);

        assertThat(queueOf("notice")).hasSize(20);
        digests.send(town, TUESDAY);
        assertThat(written(queueOf("digest").getFirst()).subject()).startsWith("30 novedades de");
    }

    @Test
    void tellsNothingOfAModuleThatIsOff() {
        follows("ana@example.org", ALL);
        meteors.module = "nowhere";
        try {
            happens("m4", "Inés");
            spreading.now(town);
        } finally {
            meteors.module = "notifications";
        }

        assertThat(queueOf("notice")).isEmpty();
    }

    @Test
    void tellsThousandsInBatches() {
        run(() -> {
            for (int i = 0; i < 1_200; i++) {
                subscriptions.enrol(town, ALL, "r" + i + "@example.org", SPANISH);
            }
        });
        happens("m5", "Inés");

        assertThat(spreading.now(town)).isEqualTo(1_200);
        assertThat(queueOf("notice"))
                .extracting(Queued::to)
                .doesNotHaveDuplicates()
                .hasSize(1_200);
    }

    @Test
    void stopsWritingToAMailboxThatRefuses() {
        String secret = follows("ana@example.org", ALL);
        happens("m6", "Inés");
        spreading.now(town);
        String key = queueOf("notice").getFirst().key();

        for (int i = 0; i < 3; i++) {
            run(() -> events.publishEvent(new MailGivenUp(town, key, true)));
        }
        happens("m7", "Inés");
        spreading.now(town);

        assertThat(queueOf("notice")).hasSize(1);
        assertThat(here(() -> preferences.reader(town, secret, SPANISH))
                        .orElseThrow()
                        .stopped())
                .isTrue();
        here(() -> preferences.change(town, secret, Map.of(), SPANISH));
        happens("m8", "Inés");
        spreading.now(town);
        assertThat(queueOf("notice")).hasSize(2);
    }

    @Test
    void forgetsWhoNeverConfirmedAndWhatWasToldLongAgo() {
        run(() -> subscriptions.follow(town, ALL, "ana@example.org", SPANISH));
        happens("m9", "Inés");
        spreading.now(town);
        clock.advance(Duration.ofDays(31));

        digests.forget(town);

        assertThat(rows("reader")).isZero();
        assertThat(rows("subscription")).isZero();
        assertThat(rows("notice")).isZero();
    }

    private int rows(String table) {
        return here(() -> database.sql("select count(*) from notifications." + table + " where tenant_id = ?")
                .param(town.value())
                .query(Integer.class)
                .single());
    }
}
