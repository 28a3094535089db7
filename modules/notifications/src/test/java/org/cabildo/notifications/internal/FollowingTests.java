// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cabildo.notifications.NotificationsTest;
import org.cabildo.notifications.Preferences.Reader;
import org.cabildo.notifications.Preferences.Subscription;
import org.cabildo.notifications.Rhythm;
import org.cabildo.platform.mail.WrittenMail;
import org.junit.jupiter.api.Test;

/** Asking, confirming, choosing a rhythm and leaving. */
class FollowingTests extends NotificationsTest {

    private static final String ALL = "meteors:all";
    private static final String BIG = "meteors:big";

    @Test
    void asksTheAddressBeforeItIsWrittenTo() {
        run(() -> subscriptions.follow(town, ALL, "ana@example.org", SPANISH));

        WrittenMail mail = written(queueOf("confirm").getFirst());
        assertThat(mail.subject()).startsWith("¿Quiere recibir avisos de");
        assertThat(mail.text()).contains("Meteoros").contains("/avisos/confirmar/");
        assertThat(mail.html()).contains("/avisos/confirmar/");
        assertThat(here(() -> subscriptions.count(town, ALL))).isZero();
    }

    @Test
    void countsWhoeverConfirmed() {
        follows("ana@example.org", ALL);
        follows("Ana@Example.org", ALL.replace("all", "big"));
        follows("beto@example.org", ALL);

        assertThat(here(() -> subscriptions.count(town, ALL))).isEqualTo(2);
        assertThat(here(() -> subscriptions.count(town, BIG))).isEqualTo(1);
    }

    @Test
    void takesOneAddressInAnySpellingForOneReader() {
        String one = follows("ana@example.org", ALL);
        String other = follows("ANA@example.org", BIG);

        assertThat(other).isEqualTo(one);
        assertThat(mine(one).subscriptions()).hasSize(2);
        assertThat(mine(one).address()).isEqualTo("an•••@example.org");
    }

    private Reader mine(String secret) {
        return here(() -> preferences.reader(town, secret, SPANISH)).orElseThrow();
    }

    @Test
    void saysNothingToWhomeverFollowsAlready() {
        follows("ana@example.org", ALL);
        run(() -> subscriptions.follow(town, ALL, "ana@example.org", SPANISH));

        assertThat(queueOf("confirm")).hasSize(1);
    }

    @Test
    void floodsNobodysMailbox() {
        for (int i = 0; i < 30; i++) {
            String topic = "meteors:" + i;
            run(() -> subscriptions.follow(town, topic, "ana@example.org", SPANISH));
        }
        assertThat(queueOf("confirm")).hasSize(5);

        clock.advance(Duration.ofHours(2));
        run(() -> subscriptions.follow(town, ALL, "ana@example.org", SPANISH));
        assertThat(queueOf("confirm")).hasSize(6);
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (String address : List.of("", "ana", "a@x, b@y", "Ana <a@example.org>")) {
            assertThatThrownBy(() -> run(() -> subscriptions.follow(town, ALL, address, SPANISH)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(queue()).isEmpty();
    }

    @Test
    void changesTheRhythmByTheLink() {
        String secret = follows("ana@example.org", ALL);
        UUID id = mine(secret).subscriptions().getFirst().id();

        here(() -> preferences.change(town, secret, Map.of(id, Rhythm.DAILY), Locale.of("en")));

        assertThat(mine(secret).locale().getLanguage()).isEqualTo("en");
        assertThat(mine(secret).subscriptions())
                .singleElement()
                .extracting(Subscription::rhythm)
                .isEqualTo(Rhythm.DAILY);
        assertThat(here(() -> preferences.change(town, "x".repeat(24), Map.of(), SPANISH)))
                .isFalse();
    }

    @Test
    void changesNothingOfAnotherReader() {
        String ana = follows("ana@example.org", ALL);
        String beto = follows("beto@example.org", ALL);
        UUID hers = mine(ana).subscriptions().getFirst().id();

        here(() -> preferences.change(town, beto, Map.of(hers, Rhythm.DAILY), SPANISH));
        boolean ended = here(() -> preferences.end(town, beto, hers));

        assertThat(ended).isFalse();
        assertThat(mine(ana).subscriptions().getFirst().rhythm()).isEqualTo(Rhythm.IMMEDIATE);
    }

    @Test
    void forgetsTheAddressWithItsLastSubscription() {
        String secret = follows("ana@example.org", ALL);
        follows("ana@example.org", BIG);

        here(() -> preferences.end(
                town, secret, mine(secret).subscriptions().getFirst().id()));
        assertThat(mine(secret).subscriptions()).hasSize(1);
        here(() -> preferences.leave(town, secret));

        assertThat(here(() -> preferences.reader(town, secret, SPANISH))).isEmpty();
        assertThat(here(() -> preferences.leave(town, secret))).isFalse();
        assertThat(here(() -> subscriptions.count(town, BIG))).isZero();
    }

    @Test
    void movesFollowersOnceEach() {
        follows("ana@example.org", ALL);
        follows("ana@example.org", BIG);
        follows("beto@example.org", ALL);
        run(() -> subscriptions.follow(town, BIG, "caro@example.org", SPANISH));
        run(() -> subscriptions.enrol(town, ALL, "dora@example.org", SPANISH));

        run(() -> subscriptions.moveAll(town, ALL, BIG));

        assertThat(here(() -> subscriptions.count(town, ALL))).isZero();
        assertThat(here(() -> subscriptions.count(town, BIG))).isEqualTo(3);
        run(() -> subscriptions.moveAll(town, BIG, BIG));
        assertThat(here(() -> subscriptions.count(town, BIG))).isEqualTo(3);
    }

    @Test
    void doesNotCountWhoseOwnMatterItIs() {
        run(() -> subscriptions.enrol(town, ALL, "ana@example.org", SPANISH));
        assertThat(here(() -> subscriptions.count(town, ALL))).isZero();
        assertThat(queue()).isEmpty();

        run(() -> subscriptions.leaveOwn(town, ALL));
        assertThat(here(() -> database.sql("select count(*) from notifications.reader where tenant_id = ?")
                        .param(town.value())
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void sendsTheLinkOfThePreferencesToItsOwnerOnly() {
        String secret = follows("ana@example.org", ALL);

        run(() -> preferences.remind(town, "ana@example.org"));
        run(() -> preferences.remind(town, "nadie@example.org"));

        assertThat(queueOf("preferences"))
                .singleElement()
                .satisfies(mail -> assertThat(preferencesIn(written(mail))).isEqualTo(secret));
    }
}
