// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.Handling.Move;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.junit.jupiter.api.Test;

/** From the report to the rating. */
class LifeOfARequestTests extends ComplaintsTest {

    private static final Reporter ANA = new Reporter("Ana Quispe", "ana@example.org", "", false, "es");

    @Test
    void goesToItsOfficeWithAPromise() {
        Reported reported = send(report("alumbrado"));

        ServiceRequest request = as(
                town, () -> voice.mine(town, reported.id(), reported.secret()).orElseThrow());

        assertThat(request.agency()).isEqualTo("alumbrado");
        assertThat(request.status()).isEqualTo("recibido");
        assertThat(request.listed()).isTrue();
        // three working days of eight hours from Monday nine o'clock, with a pause at noon: Thursday, nine o'clock
        assertThat(request.promised()).contains(Instant.parse("2026-11-26T13:00:00Z"));
    }

    @Test
    void isOneHoweverOftenItIsSent() {
        NewRequest report = report("acera");

        Reported first = send(report);
        Reported second = send(report);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(second.secret()).isEmpty();
    }

    @Test
    void saysEverythingThatIsMissingAtOnce() {
        NewRequest empty = new NewRequest(
                "x",
                "bache",
                " ",
                Map.of(),
                null,
                "",
                "",
                "",
                "web",
                new Reporter("", "no-es-correo", "", false, "es"),
                false,
                List.of(),
                "",
                null);

        assertThatThrownBy(() -> send(empty))
                .isInstanceOfSatisfying(
                        ReportRefused.class,
                        refused -> assertThat(refused.problems())
                                .containsEntry("place", "complaints.problem.place")
                                .containsEntry("description", "complaints.problem.description")
                                .containsEntry("email", "complaints.problem.email")
                                .containsEntry("attribute[tamano]", "complaints.problem.answer"));
    }

    @Test
    void sendsPeopleInDangerElsewhere() {
        assertThatThrownBy(() -> send(report("cable-caido")))
                .isInstanceOfSatisfying(
                        ReportRefused.class,
                        refused -> assertThat(refused.problems())
                                .containsEntry("service", "complaints.problem.notOffered"));
        assertThatThrownBy(() -> send(report("arbol", PLACE, Reporter.ANONYMOUS, Map.of("peligro", List.of("si")))))
                .isInstanceOfSatisfying(
                        ReportRefused.class,
                        refused -> assertThat(refused.problems())
                                .containsEntry("attribute[peligro]", "complaints.problem.stop"));
    }

    @Test
    void waitsForTheReportersConfirmation() {
        Reported reported = send(report("ruido", PLACE, ANA, Map.of()));
        ServiceRequest before = as(
                town, () -> voice.mine(town, reported.id(), reported.secret()).orElseThrow());

        boolean wrong = as(town, () -> reporting.confirm(town, reported.id(), "otro"));
        boolean right = as(town, () -> reporting.confirm(town, reported.id(), reported.secret()));
        ServiceRequest after = as(
                town, () -> voice.mine(town, reported.id(), reported.secret()).orElseThrow());

        assertThat(before.listed()).isFalse();
        assertThat(wrong).isFalse();
        assertThat(right).isTrue();
        assertThat(after.listed()).isTrue();
        assertThat(after.reporter().publicName()).isEmpty();
    }

    @Test
    void isSolvedReopenedSolvedAndRated() {
        Reported reported = send(report("alumbrado"));
        move(reported.id(), "en-curso", "");
        ServiceRequest solved = move(reported.id(), "resuelto", "Se cambió el foco.");

        ServiceRequest reopened =
                as(town, () -> voice.reopen(town, reported.id(), reported.secret(), "Sigue apagada."));
        move(reported.id(), "resuelto", "Se cambió el cable.");
        ServiceRequest rated = as(town, () -> voice.rate(town, reported.id(), reported.secret(), 4, "Gracias"));

        assertThat(solved.open()).isFalse();
        assertThat(reopened.open()).isTrue();
        assertThat(reopened.status()).isEqualTo("reabierto");
        assertThat(reopened.reopened()).isEqualTo(1);
        assertThat(rated.rating()).isEqualTo(4);
        assertThat(rated.closedAt()).isNotNull();
    }

    @Test
    void goesOnlyWhereItsStateLeadsAndOnlyWithAReason() {
        long id = send(report("acera")).id();

        assertThatThrownBy(() -> move(id, "reabierto", "no")).hasMessage("complaints.refused.transition");
        assertThatThrownBy(() -> move(id, "cerrado", "no se puede")).hasMessage("complaints.refused.reason");
        assertThatThrownBy(() -> as(
                        town, () -> handling.move(town, id, Move.to("cerrado").because("privado", ""), WORKER)))
                .hasMessage("complaints.refused.note");
        assertThatThrownBy(() -> as(town, () -> handling.move(town, id, Move.to("derivado"), WORKER)))
                .hasMessage("complaints.refused.transition");
        ServiceRequest closed =
                as(town, () -> handling.move(town, id, Move.to("cerrado").because("privado", "Es un patio."), WORKER));
        assertThat(closed.open()).isFalse();
    }

    @Test
    void standsStillWhileTheReporterHasToAnswer() {
        Reported reported = send(report("alumbrado"));
        ServiceRequest asked = move(reported.id(), "espera", "¿Qué poste es?");
        clock.advance(Duration.ofDays(7));

        ServiceRequest answered =
                as(town, () -> voice.comment(town, reported.id(), reported.secret(), "El 1204.", List.of()));

        assertThat(asked.clocks().pausedAt()).isNotNull();
        assertThat(answered.status()).isEqualTo("en-revision");
        assertThat(answered.promised()).contains(Instant.parse("2026-12-03T13:00:00Z"));
        assertThat(answered.waited()).isEqualTo(Duration.ofDays(7).toSeconds());
    }

    @Test
    void becomesADuplicateOfAnotherButNeverOfItself() {
        long first = send(report("basura")).id();
        long second = send(report("basura")).id();

        ServiceRequest merged = as(town, () -> handling.merge(town, second, first, TRIAGE));

        assertThat(merged.duplicateOf()).isEqualTo(first);
        assertThat(merged.open()).isFalse();
        assertThatThrownBy(() -> as(town, () -> handling.merge(town, first, second, TRIAGE)))
                .hasMessage("complaints.refused.itself");
    }

    @Test
    void keepsWhatAModeratorChanged() {
        long id = send(report("acera")).id();

        as(town, () -> handling.edit(town, id, "Sin nombres.", TRIAGE));
        ServiceRequest hidden = as(town, () -> handling.hide(town, id, true, "datos personales", TRIAGE));

        assertThat(hidden.listed()).isFalse();
        assertThat(hidden.description()).isEqualTo("Sin nombres.");
    }

    @Test
    void isNeverSeenByAnotherTown() {
        Reported reported = send(report("acera"));
        var elsewhere = found(Map.of());

        assertThat(as(elsewhere, () -> voice.mine(elsewhere, reported.id(), reported.secret())))
                .isEmpty();
        assertThatThrownBy(() -> as(elsewhere, () -> handling.assign(elsewhere, reported.id(), null, "", TRIAGE)))
                .hasMessage("complaints.refused.missing");
    }
}
