// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.ComplaintsTest;
import org.cabildo.complaints.Entry;
import org.cabildo.complaints.Handling.Move;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.platform.Actor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks through everything that people can do with requests, by chance but the same each time: no path leads to a state
 * that the tenant's catalogue does not allow, and the numbers are what a count of the rows says.
 */
class StateWalkTests extends ComplaintsTest {

    private static final List<String> SERVICES = List.of("alumbrado", "acera", "basura", "alcantarilla");
    private static final int WALKS = 12;
    private static final int STEPS = 60;

    @Autowired
    RequestRows rows;

    @Autowired
    Catalogues catalogues;

    @Autowired
    Sweep sweep;

    @Autowired
    Folding folding;

    @Autowired
    DSLContext dsl;

    @Autowired
    TransactionTemplate transactions;

    private Random random;
    private List<Reported> reported;
    private Catalogue catalogue;

    @Test
    void neverLeadsToAStateThatIsNotAllowed() {
        int changes = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            begin(walk);
            for (int step = 0; step < STEPS; step++) {
                clock.advance(Duration.ofMinutes(random.nextInt(3_000)));
                Reported one = reported.get(random.nextInt(reported.size()));
                ServiceRequest before = find(one.id());
                changes += attempt(one) ? 1 : 0;
                String where = "walk %d, step %d, request %d".formatted(walk, step, one.id());
                checkAll(where);
                checkWay(where, before, find(one.id()));
            }
        }
        assertThat(changes).isGreaterThan(WALKS * STEPS / 5);
    }

    @Test
    void keepsNumbersThatACountOfTheRowsConfirms() {
        for (int walk = 0; walk < WALKS; walk++) {
            begin(1_000 + walk);
            for (int step = 0; step < STEPS; step++) {
                clock.advance(Duration.ofMinutes(random.nextInt(6_000)));
                attempt(reported.get(random.nextInt(reported.size())));
                if (random.nextInt(6) == 0) {
                    sweep.sweep(town);
                }
                if (random.nextInt(6) == 0) {
                    folding.fold(town);
                }
            }
            folding.fold(town);
            assertThat(folding.fold(town)).as("nothing is added twice").isZero();
            checkNumbers("walk " + walk);
        }
    }

    private void begin(int seed) {
        clock.set(org.cabildo.complaints.SetClock.MONDAY_NINE);
        town = found(java.util.Map.of());
        random = new Random(seed);
        catalogue = query(() -> catalogues.of(town));
        reported = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            reported.add(send(report(SERVICES.get(random.nextInt(SERVICES.size())))));
        }
    }

    private <T> T query(java.util.function.Supplier<T> work) {
        return as(town, () -> transactions.execute(status -> work.get()));
    }

    private ServiceRequest find(long id) {
        return query(() -> rows.find(town, id).orElseThrow());
    }

    /** Something that somebody tries, allowed or not; says whether it was. */
    private boolean attempt(Reported one) {
        try {
            as(town, () -> act(one));
            return true;
        } catch (ChangeRefused refused) {
            return false;
        }
    }

    private ServiceRequest act(Reported one) {
        long id = one.id();
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4 -> handling.move(town, id, move(), actor());
            case 5 -> voice.comment(town, id, one.secret(), "Otra vez.", List.of());
            case 6 -> voice.reopen(town, id, one.secret(), "No está.");
            case 7 -> voice.withdraw(town, id, one.secret(), "Ya no.");
            case 8 -> voice.rate(town, id, one.secret(), 1 + random.nextInt(5), "");
            case 9 -> handling.merge(town, id, any(), actor());
            case 10 -> handling.refer(town, id, agency(), "", actor());
            case 11 -> handling.recategorise(town, id, SERVICES.get(random.nextInt(SERVICES.size())), actor());
            case 12 -> handling.note(town, id, "Vamos.", random.nextBoolean(), List.of(), actor());
            default -> handling.hide(town, id, random.nextBoolean(), "datos", actor());
        };
    }

    private Actor actor() {
        return random.nextBoolean() ? TRIAGE : WORKER;
    }

    private long any() {
        return reported.get(random.nextInt(reported.size())).id();
    }

    private String agency() {
        return catalogue
                .agencies()
                .get(random.nextInt(catalogue.agencies().size()))
                .code();
    }

    private Move move() {
        String status = catalogue
                .statuses()
                .get(random.nextInt(catalogue.statuses().size()))
                .code();
        return Move.to(status).because("privado", random.nextInt(3) == 0 ? "" : "Explicado.");
    }

    private void checkAll(String where) {
        for (Reported one : reported) {
            ServiceRequest request = find(one.id());
            Status status = catalogue.status(request.status()).orElseThrow();
            assertThat(request.open()).as(where).isEqualTo(status.open());
            assertThat(request.clocks().pausedAt() != null)
                    .as("%s: clocks stand still while somebody has to answer, and only then", where)
                    .isEqualTo(status.role() == Status.Role.WAITING);
            assertThat(request.duplicateOf() != null)
                    .as("%s: a duplicate says of what, and nothing else does", where)
                    .isEqualTo(status.role() == Status.Role.DUPLICATE);
            if (request.duplicateOf() != null) {
                assertThat(request.duplicateOf()).as(where).isNotEqualTo(request.id());
                assertThat(catalogue
                                .status(find(request.duplicateOf()).status())
                                .orElseThrow()
                                .role())
                        .as("%s: a duplicate never leads to a duplicate", where)
                        .isNotEqualTo(Status.Role.DUPLICATE);
            }
        }
    }

    /** The request is where it was, or where a way of the catalogue leads; its timeline says so. */
    private void checkWay(String where, ServiceRequest before, ServiceRequest after) {
        if (before.status().equals(after.status())) {
            return;
        }
        assertThat(catalogue.transition(before.status(), after.status()))
                .as(where)
                .isPresent();
        List<Entry> entries = query(() -> rows.entries(town, after.id(), true));
        assertThat(entries.getLast().status()).as(where).isEqualTo(after.status());
    }

    private void checkNumbers(String where) {
        List<ServiceRequest> all = reported.stream().map(one -> find(one.id())).toList();
        assertThat(sum("tally", "open")).as(where).isEqualTo(count(all, ServiceRequest::open));
        assertThat(sum("tally", "received")).as(where).isEqualTo(all.size());
        assertThat(sum("tally", "overdue"))
                .as("%s: overdue", where)
                .isEqualTo(count(
                        all, request -> request.open() && request.overdue().contains("s")));
        assertThat(sum("tally", "reopened"))
                .as(where)
                .isEqualTo(all.stream().mapToLong(ServiceRequest::reopened).sum());
        assertThat(sum("tally", "closed"))
                .as(where)
                .isEqualTo(sum("tally", "reopened") + count(all, request -> !request.open()))
                .isEqualTo(sum("duration_tally", "closed"));
        assertThat(sum("tally", "ratings")).as(where).isEqualTo(count(all, request -> request.rating() != null));
        assertThat(sum("tally", "rating_sum"))
                .as(where)
                .isEqualTo(all.stream()
                        .mapToLong(request -> request.rating() == null ? 0 : request.rating())
                        .sum());
        for (int zoom : new int[] {6, 8, 10, 12, 14, 16, 18}) {
            assertThat(sum("density where zoom = " + zoom + " and", "open"))
                    .as(where)
                    .isEqualTo(sum("tally", "open"));
        }
        for (String service : SERVICES) {
            assertThat(sum("tally where service = '" + service + "' and", "open"))
                    .as("%s: open of %s", where, service)
                    .isEqualTo(count(
                            all, request -> request.open() && request.service().equals(service)));
        }
    }

    private static long count(List<ServiceRequest> all, java.util.function.Predicate<ServiceRequest> which) {
        return all.stream().filter(which).count();
    }

    private long sum(String table, String column) {
        String from = table.contains(" where ") ? table : table + " where";
        return query(() -> dsl.fetchSingle("select coalesce(sum(" + column + "), 0)::bigint from complaints." + from
                        + " tenant_id = " + town.value())
                .get(0, Long.class));
    }
}
