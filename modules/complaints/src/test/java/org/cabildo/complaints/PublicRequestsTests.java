// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.PublicRequests.Cursor;
import org.cabildo.complaints.PublicRequests.Query;
import org.cabildo.complaints.PublicRequests.Slice;
import org.cabildo.complaints.PublicRequests.Stage;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.geography.GeoPoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What everybody may see, and nothing else. */
class PublicRequestsTests extends ComplaintsTest {

    private static final Reporter ANA = new Reporter("Ana Quispe", "ana@example.org", "", false, "es");

    private final PublicRequests requests;

    @Autowired
    PublicRequestsTests(PublicRequests requests) {
        this.requests = requests;
    }

    private List<Long> ids(Query query) {
        return as(town, () -> requests.search(town, query)).items().stream()
                .map(PublicRequest::id)
                .toList();
    }

    private static Query stage(Stage stage) {
        return new Query(List.of(), List.of(), "", "", stage, null, null, null, null, 10);
    }

    @Test
    void showsNeitherUnconfirmedNorConfidentialNorHiddenOnes() {
        long shown = send(report("acera")).id();
        long unconfirmed = send(report("ruido", PLACE, ANA, Map.of())).id();
        long confidential = send(report("corrupcion")).id();
        long hidden = send(report("basura")).id();
        as(town, () -> handling.hide(town, hidden, true, "", TRIAGE));

        assertThat(ids(Query.newest(10))).containsExactly(shown);
        for (long id : List.of(unconfirmed, confidential, hidden)) {
            assertThat(as(town, () -> requests.find(town, id))).isEmpty();
            assertThat(as(town, () -> requests.timeline(town, id))).isEmpty();
        }
        assertThat(as(town, () -> requests.box(town, PLACE_BOX, Query.newest(10))))
                .singleElement()
                .satisfies(spot -> assertThat(spot.request().id()).isEqualTo(shown));
    }

    private static final Tile.Box PLACE_BOX = new Tile.Box(-16.6, -68.3, -16.4, -68.0);

    @Test
    void namesTheReporterOnlyWhileTheyWantIt() {
        Reported reported = send(report("acera", PLACE, ANA, Map.of()));
        as(town, () -> reporting.confirm(town, reported.id(), reported.secret()));

        String before =
                as(town, () -> requests.find(town, reported.id()).orElseThrow().reporter());
        as(town, () -> voice.showName(town, reported.id(), reported.secret(), true));
        String after =
                as(town, () -> requests.find(town, reported.id()).orElseThrow().reporter());

        assertThat(before).isEmpty();
        assertThat(after).isEqualTo("Ana Quispe");
    }

    @Test
    void keepsAnswersInTheReportersOwnWordsToItself() {
        long id = send(report("alumbrado", PLACE, Reporter.ANONYMOUS, Map.of("poste", List.of("1204, casa de Ana"))))
                .id();
        long chosen = send(report("bache", PLACE, Reporter.ANONYMOUS, Map.of("tamano", List.of("chico"))))
                .id();

        assertThat(as(town, () -> requests.find(town, id).orElseThrow().answers()))
                .isEmpty();
        assertThat(as(town, () -> requests.find(town, chosen).orElseThrow().answers()))
                .containsEntry("tamano", List.of("chico"));
    }

    @Test
    void leadsThroughTheListInBothDirections() {
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(1));
            send(report("acera"));
        }
        Query two = Query.newest(2);

        Slice first = as(town, () -> requests.search(town, two));
        Slice second = as(
                town,
                () -> requests.search(town, two.before(Cursor.of(first.items().getLast()))));
        Query back = new Query(
                List.of(),
                List.of(),
                "",
                "",
                Stage.ALL,
                null,
                null,
                null,
                Cursor.of(second.items().getFirst()),
                2);
        Slice again = as(town, () -> requests.search(town, back));

        assertThat(first.newer()).isFalse();
        assertThat(first.older()).isTrue();
        assertThat(second.newer()).isTrue();
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(again.items()).isEqualTo(first.items());
        assertThat(again.newer()).isFalse();
    }

    @Test
    void tellsOpenClosedAndOverdueApart() {
        long late = send(report("alumbrado")).id();
        long slow = send(report("acera")).id();
        long closed = send(report("basura")).id();
        move(closed, "resuelto", "");
        clock.advance(Duration.ofDays(7));

        assertThat(ids(stage(Stage.OPEN))).containsExactlyInAnyOrder(late, slow);
        assertThat(ids(stage(Stage.CLOSED))).containsExactly(closed);
        assertThat(ids(stage(Stage.OVERDUE))).containsExactly(late);
    }

    @Test
    void findsOpenOnesOfTheSameServiceWithinItsRadiusTheNearestFirst() {
        long near = send(report("bache", moved(30), Reporter.ANONYMOUS, Map.of("tamano", List.of("chico"))))
                .id();
        long nearer = send(report("bache", moved(10), Reporter.ANONYMOUS, Map.of("tamano", List.of("chico"))))
                .id();
        send(report("bache", moved(80), Reporter.ANONYMOUS, Map.of("tamano", List.of("chico"))));
        send(report("acera", moved(5), Reporter.ANONYMOUS, Map.of()));
        long closed = send(report("bache", moved(1), Reporter.ANONYMOUS, Map.of("tamano", List.of("chico"))))
                .id();
        move(closed, "resuelto", "");

        assertThat(as(town, () -> requests.nearby(town, "bache", PLACE)))
                .extracting(found -> found.request().id())
                .containsExactly(nearer, near);
        assertThat(as(town, () -> requests.nearby(town, "ruido", PLACE))).isEmpty();
    }

    private static GeoPoint moved(double metres) {
        return new GeoPoint(PLACE.latitude() + metres / 111_320, PLACE.longitude());
    }

    @Test
    void letsAnybodyOpenAgainWhatItsServiceLetsThem() {
        long light = send(report("alumbrado")).id();
        long pavement = send(report("acera")).id();
        move(light, "resuelto", "");
        move(pavement, "resuelto", "");

        as(town, () -> {
            voice.reopenAsAnybody(town, light, "Sigue apagada.");
            return true;
        });

        assertThat(as(town, () -> requests.find(town, light).orElseThrow().open()))
                .isTrue();
        assertThat(as(town, () -> requests.timeline(town, light)).getLast().author())
                .isEqualTo("citizen");
        assertThatThrownBy(() -> as(town, () -> {
                    voice.reopenAsAnybody(town, pavement, "Sigue rota.");
                    return true;
                }))
                .hasMessage("complaints.refused.reopen");
        clock.advance(Duration.ofDays(40));
        assertThat(as(town, () -> voice.canReopen(town, light))).isFalse();
    }

    @Test
    void leavesAnotherServiceToStaff() {
        Reported reported = send(report("acera"));

        ServiceRequest same = as(town, () -> voice.suggestService(town, reported.id(), reported.secret(), "basura"));

        assertThat(same.service()).isEqualTo("acera");
        assertThat(as(town, () -> requests.timeline(town, reported.id())))
                .extracting(PublicRequests.Event::kind)
                .containsExactly("reported");
    }
}
