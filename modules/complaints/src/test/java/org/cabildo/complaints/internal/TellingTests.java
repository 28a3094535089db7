// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.complaints.ComplaintsTest;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.complaints.Topics;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.notifications.Preferences;
import org.cabildo.notifications.Spread;
import org.cabildo.notifications.Subscriptions;
import org.cabildo.platform.Actor;
import org.cabildo.platform.mail.MailWriter;
import org.cabildo.platform.mail.WrittenMail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who hears of what, from the change to the words of the mail. */
class TellingTests extends ComplaintsTest {

    private static final Locale SPANISH = Locale.of("es");
    private static final Reporter ANA = new Reporter("Ana Quispe", "ana@example.org", "", false, "es");
    private static final Pattern CONFIRM = Pattern.compile("/avisos/confirmar/([A-Za-z0-9_-]+)");

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Preferences preferences;

    @Autowired
    Catalogues catalogues;

    @Autowired
    RequestRows rows;

    @Autowired
    OfficeMail offices;

    @Autowired
    Sweep sweep;

    @Autowired
    Spread spread;

    @Autowired
    List<MailWriter> writers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    private record Queued(String to, String writer, String reference) {}

    private <T> T here(Supplier<T> work) {
        return as(town, () -> transactions.execute(status -> work.get()));
    }

    private List<Queued> queue(String writer) {
        return here(() -> database.sql(
                        "select recipient, writer, body from platform.mail where tenant_id = ? and writer = ? order by id")
                .param(town.value())
                .param(writer)
                .query((row, number) ->
                        new Queued(row.getString("recipient"), row.getString("writer"), row.getString("body")))
                .list());
    }

    private List<Queued> told() {
        spread.now(town);
        return queue("notifications.notice");
    }

    private WrittenMail written(Queued mail) {
        MailWriter writer = writers.stream()
                .filter(one -> one.name().equals(mail.writer()))
                .findFirst()
                .orElseThrow();
        return here(() -> writer.write(town, mail.reference()).orElse(null));
    }

    private void follows(String email, String topic) {
        here(() -> {
            subscriptions.follow(town, topic, email, SPANISH);
            return true;
        });
        Matcher link = CONFIRM.matcher(
                written(queue("notifications.confirm").getLast()).text());
        assertThat(link.find()).isTrue();
        here(() -> preferences.confirm(town, link.group(1)));
    }

    private ServiceRequest find(long id) {
        return here(() -> rows.find(town, id).orElseThrow());
    }

    @Test
    void tellsFollowersAndTheReporterOfAPublicChange() {
        Reported reported = send(report("alumbrado", PLACE, ANA, Map.of()));
        as(town, () -> reporting.confirm(town, reported.id(), reported.secret()));
        follows("beto@example.org", Topics.request(reported.id()));

        move(reported.id(), "en-curso", "Mañana va la cuadrilla.");
        as(town, () -> handling.note(town, reported.id(), "Falta el repuesto.", false, List.of(), TRIAGE));

        assertThat(told()).extracting(Queued::to).containsExactlyInAnyOrder("ana@example.org", "beto@example.org");
        WrittenMail mail = written(told().getFirst());
        assertThat(mail.subject()).contains("Novedades del reporte " + reported.id());
        assertThat(mail.text())
                .contains("Ahora está: En curso")
                .contains("> Mañana va la cuadrilla.")
                .contains("/reportes/" + reported.id())
                .doesNotContain("repuesto");
        assertThat(find(reported.id()).followers()).isEqualTo(1);
    }

    @Test
    void saysNoNameThatIsHiddenWhenTheMailLeaves() {
        Reporter shown = new Reporter("Ana Quispe", "ana@example.org", "", true, "es");
        Reported reported = send(report("alumbrado", PLACE, shown, Map.of()));
        as(town, () -> reporting.confirm(town, reported.id(), reported.secret()));
        follows("beto@example.org", Topics.request(reported.id()));
        as(town, () -> voice.comment(town, reported.id(), reported.secret(), "Sigue igual.", List.of()));

        Queued mail = told().stream()
                .filter(one -> one.to().startsWith("beto"))
                .findFirst()
                .orElseThrow();
        assertThat(written(mail).text()).contains("Ana Quispe");
        as(town, () -> voice.showName(town, reported.id(), reported.secret(), false));

        assertThat(written(mail).text()).doesNotContain("Ana").contains("Quien hizo el reporte escribió");
        assertThat(told().stream().filter(one -> one.to().startsWith("ana")).map(this::written))
                .as("her own words are no news to the reporter")
                .containsOnlyNulls();
    }

    @Test
    void tellsOnlyTheReporterOfWhatWasTakenOffThePages() {
        Reported reported = send(report("alumbrado", PLACE, ANA, Map.of()));
        as(town, () -> reporting.confirm(town, reported.id(), reported.secret()));
        follows("beto@example.org", Topics.request(reported.id()));
        move(reported.id(), "en-curso", "");

        as(town, () -> handling.hide(town, reported.id(), true, "datos", TRIAGE));

        told().forEach(mail ->
                assertThat(written(mail) != null).isEqualTo(mail.to().startsWith("ana")));
    }

    @Test
    void movesFollowersToTheRequestThatGoesOn() {
        long first = send(report("basura")).id();
        long second = send(report("basura")).id();
        follows("beto@example.org", Topics.request(second));

        as(town, () -> handling.merge(town, second, first, TRIAGE));
        move(first, "en-curso", "");

        assertThat(find(first).followers()).isEqualTo(1);
        assertThat(find(second).followers()).isZero();
        assertThat(told().stream().map(mail -> written(mail).text()))
                .anyMatch(text -> text.contains("trata de lo mismo que el reporte " + first))
                .anyMatch(text -> text.contains("En curso"));
    }

    @Test
    void tellsOfNewReportsOfAServiceButNotOfUnconfirmedOnes() {
        follows("beto@example.org", Topics.service("alumbrado"));

        Reported waits = send(report("alumbrado", PLACE, ANA, Map.of()));
        send(report("basura"));
        assertThat(told()).isEmpty();
        as(town, () -> reporting.confirm(town, waits.id(), waits.secret()));
        long second = send(report("alumbrado")).id();

        assertThat(told().stream().map(mail -> written(mail).subject()))
                .hasSize(2)
                .anyMatch(subject -> subject.contains("" + waits.id()))
                .anyMatch(subject -> subject.contains("" + second));
    }

    @Test
    void forgetsWhoeverIsMadeAnonymous() {
        Reported reported = send(report("alumbrado", PLACE, ANA, Map.of()));
        as(town, () -> reporting.confirm(town, reported.id(), reported.secret()));

        as(town, () -> handling.anonymise(town, reported.id(), TRIAGE));
        move(reported.id(), "en-curso", "");

        assertThat(told()).isEmpty();
        assertThat(here(() -> database.sql("select count(*) from notifications.reader where tenant_id = ?")
                        .param(town.value())
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void writesToOutsideBodiesAtOnceAndToOfficesOnceADay() {
        address();
        long referred = send(report("acera")).id();
        long late = send(report("alumbrado")).id();
        as(town, () -> handling.refer(town, referred, "agua", "Es una fuga.", TRIAGE));
        clock.advance(Duration.ofDays(20));
        sweep.sweep(town);
        LocalDate day = LocalDate.of(2026, 12, 13);
        here(() -> {
            offices.daily(town, day);
            offices.daily(town, day);
            return true;
        });

        assertThat(queue("complaints.office"))
                .extracting(Queued::to)
                .containsExactly("agua@example.org", "luz@example.org");
        WrittenMail referral = written(queue("complaints.office").getFirst());
        assertThat(referral.text()).contains("Frente al mercado").contains("/reportes/" + referred);
        WrittenMail daily = written(queue("complaints.office").getLast());
        assertThat(daily.subject()).isEqualTo("Reportes de su oficina: 0 nuevos, 1 atrasados");
        assertThat(daily.text()).contains("/gestion/reportes/" + late);
    }

    /** An outside body, and an address of the lighting office. */
    private void address() {
        here(() -> catalogues.change(town, Actor.SYSTEM, "agencies", before -> {
            List<Agency> agencies = new java.util.ArrayList<>(before.agencies());
            agencies.replaceAll(one -> one.code().equals("alumbrado")
                    ? new Agency(one.code(), one.name(), false, "luz@example.org")
                    : one);
            agencies.add(new Agency("agua", Map.of("es", "Agua", "en", "Water"), true, "agua@example.org"));
            return new Catalogue(
                    agencies,
                    before.calendars(),
                    before.levels(),
                    before.groups(),
                    before.services(),
                    before.routes(),
                    before.statuses(),
                    before.transitions(),
                    before.reasons(),
                    before.templates());
        }));
    }
}
