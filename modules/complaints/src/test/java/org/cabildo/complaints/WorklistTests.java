// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cabildo.complaints.Handling.Move;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.complaints.Worklist.Filter;
import org.cabildo.complaints.Worklist.Matter;
import org.cabildo.complaints.Worklist.Order;
import org.cabildo.complaints.Worklist.Part;
import org.cabildo.complaints.Worklist.Place;
import org.cabildo.complaints.Worklist.Stage;
import org.cabildo.platform.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff find. */
class WorklistTests extends ComplaintsTest {

    private static final Actor NAMED = new Actor(
            UUID.randomUUID(),
            "Clara",
            "clara@example.org",
            Set.of("complaints.confidential"),
            Set.of("complaints.confidential"),
            false);

    @Autowired
    private Worklist worklist;

    private static Filter filter(Stage stage, Matter matter, String words, Order order) {
        return new Filter(words, stage, matter, "", "", "", Set.of(), null, "", null, null, false, order);
    }

    private List<Long> numbers(Filter filter) {
        return as(town, () -> worklist.list(town, filter, null, 100)).requests().stream()
                .map(ServiceRequest::id)
                .toList();
    }

    @Test
    void comesInPartsThatLeaveNothingOutAndRepeatNothing() {
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sent.add(send(report("acera")).id());
            clock.advance(Duration.ofMinutes(i % 2));
        }
        for (Order order : Order.values()) {
            List<Long> seen = new ArrayList<>();
            Place after = null;
            do {
                Place from = after;
                Part part = as(town, () -> worklist.list(town, filter(Stage.OPEN, Matter.NONE, "", order), from, 3));
                part.requests().forEach(one -> seen.add(one.id()));
                after = part.next();
            } while (after != null);

            assertThat(seen).as("%s", order).isEqualTo(order == Order.NEWEST ? sent.reversed() : sent);
        }
    }

    @Test
    void tellsWhatIsLateFromWhatIsSoonAndWhatStandsStill() {
        long fast = send(report("alumbrado")).id();
        long slow = send(report("acera")).id();
        long waiting = send(report("basura")).id();
        move(waiting, "espera", "¿Qué día no pasó?");
        clock.advance(Duration.ofDays(2));

        List<Long> soon = numbers(filter(Stage.OPEN, Matter.SOON, "", Order.DUE));
        clock.advance(Duration.ofDays(5));
        List<Long> late = numbers(filter(Stage.OPEN, Matter.LATE, "", Order.DUE));

        assertThat(soon).containsExactly(fast);
        assertThat(late).containsExactly(fast);
        assertThat(numbers(filter(Stage.OPEN, Matter.NONE, "", Order.OLDEST))).containsExactly(fast, slow, waiting);
    }

    @Test
    void findsByNumberTextAndAddressOfTheReporter() {
        long first = send(report("acera")).id();
        long second = send(report("ruido", PLACE, new Reporter("Ana", "ana@example.org", "", false, "es"), Map.of()))
                .id();
        as(town, () -> handling.edit(town, first, "Baldosas 100% sueltas", TRIAGE));

        assertThat(numbers(filter(Stage.ALL, Matter.NONE, "#" + first, Order.NEWEST)))
                .containsExactly(first);
        assertThat(numbers(filter(Stage.ALL, Matter.NONE, "100% SUELTAS", Order.NEWEST)))
                .containsExactly(first);
        assertThat(numbers(filter(Stage.ALL, Matter.NONE, "ana@example.org", Order.NEWEST)))
                .containsExactly(second);
        assertThat(numbers(filter(Stage.ALL, Matter.UNCONFIRMED, "", Order.NEWEST)))
                .containsExactly(second);
        assertThat(numbers(filter(Stage.CLOSED, Matter.NONE, "", Order.NEWEST))).isEmpty();
    }

    @Test
    void keepsConfidentialRequestsToThoseWhoMayReadThem() {
        long secret = send(report("corrupcion")).id();

        assertThat(numbers(Filter.ALL)).doesNotContain(secret);
        assertThat(numbers(filter(Stage.ALL, Matter.NONE, "" + secret, Order.NEWEST)))
                .isEmpty();
        assertThatThrownBy(() -> as(town, () -> handling.move(town, secret, Move.to("en-revision"), TRIAGE)))
                .hasMessage("complaints.refused.missing");
        assertThatThrownBy(() -> as(town, () -> handling.note(town, secret, "Hola", false, List.of(), WORKER)))
                .hasMessage("complaints.refused.missing");

        ServiceRequest moved = as(town, () -> handling.move(town, secret, Move.to("en-revision"), NAMED));

        assertThat(moved.status()).isEqualTo("en-revision");
        assertThat(as(town, () -> handling.ways(town, moved, WORKER))).isEmpty();
        assertThat(as(town, () -> handling.ways(town, moved, NAMED))).containsKey("resuelto");
    }

    @Test
    void showsOpenRequestsNearbyThoseOfTheSameServiceFirst() {
        long one = send(report("acera")).id();
        long other = send(report("basura")).id();
        long same = send(report("acera")).id();
        long closed = send(report("acera")).id();
        move(closed, "resuelto", "Listo");

        List<ServiceRequest> nearby =
                as(town, () -> worklist.nearby(town, worklist.find(town, one).orElseThrow(), 100, 5));

        assertThat(nearby).extracting(ServiceRequest::id).containsExactly(same, other);
    }

    @Test
    void keepsListsOfEachPersonUnderTheirNames() {
        as(town, () -> {
            worklist.save(town, TRIAGE.person(), "Mis baches", "servicio=bache");
            worklist.save(town, TRIAGE.person(), "Mis baches", "servicio=bache&persona=yo");
            return null;
        });

        assertThat(as(town, () -> worklist.saved(town, TRIAGE.person())))
                .extracting(Worklist.Saved::query)
                .containsExactly("servicio=bache&persona=yo");
        assertThat(as(town, () -> worklist.saved(town, WORKER.person()))).isEmpty();
    }
}
