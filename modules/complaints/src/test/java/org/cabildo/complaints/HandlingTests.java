// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.CatalogueRefused;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.platform.Audit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff do with requests, and what they decide about all of them. */
class HandlingTests extends ComplaintsTest {

    @Autowired
    private Counter counter;

    @Autowired
    private Worklist worklist;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private Audit audit;

    @Test
    void givesALateRequestThePromiseOfItsNewService() {
        long id = send(report("alumbrado")).id();
        clock.advance(Duration.ofDays(7));
        assertThat(found(id).late(clock.instant())).isTrue();

        ServiceRequest moved = as(town, () -> handling.recategorise(town, id, "acera", TRIAGE));

        assertThat(moved.agency()).isEqualTo("obras");
        assertThat(moved.late(clock.instant())).isFalse();
        assertThat(moved.overdue()).isEmpty();
        assertThat(moved.promised())
                .hasValueSatisfying(day -> assertThat(day).isAfter(Instant.parse("2026-12-20T00:00:00Z")));
    }

    private ServiceRequest found(long id) {
        return as(town, () -> worklist.find(town, id)).orElseThrow();
    }

    @Test
    void neverFormsAChainOfDuplicates() {
        long first = send(report("basura")).id();
        long second = send(report("basura")).id();
        long third = send(report("basura")).id();

        as(town, () -> handling.merge(town, first, second, TRIAGE));
        as(town, () -> handling.merge(town, second, third, TRIAGE));

        assertThat(found(first).duplicateOf()).isEqualTo(third);
        assertThat(found(second).duplicateOf()).isEqualTo(third);
        assertThat(as(town, () -> worklist.duplicates(town, third)))
                .extracting(ServiceRequest::id)
                .containsExactly(first, second);
    }

    @Test
    void recordsWhoWroteAReportDownForSomebody() {
        NewRequest said = report("acera");

        Reported first = as(town, () -> counter.register(town, said, TRIAGE));
        Reported again = as(town, () -> counter.register(town, said, TRIAGE));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(as(
                        town,
                        () -> audit.ofTenant(town, new Audit.Filter("complaints.registered", "", "", ""), null, 10)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actorName()).isEqualTo("Tania"));
    }

    @Test
    void refusesARulebookThatNamesWhatIsGone() {
        send(report("acera"));

        assertThatThrownBy(() ->
                        as(town, () -> catalogues.change(town, TRIAGE, "oficinas obras", before -> without(before))))
                .isInstanceOfSatisfying(
                        CatalogueRefused.class,
                        refused -> assertThat(refused.problems())
                                .contains("agencies obras: requests still name it")
                                .anyMatch(problem -> problem.endsWith("agency obras is unknown")));

        assertThat(as(town, () -> catalogues.of(town)).agency("obras")).isPresent();
    }

    private static Catalogue without(Catalogue before) {
        return new Catalogue(
                before.agencies().stream()
                        .filter(one -> !one.code().equals("obras"))
                        .toList(),
                before.calendars(),
                before.levels(),
                before.groups(),
                before.services(),
                before.routes(),
                before.statuses(),
                before.transitions(),
                before.reasons(),
                before.templates());
    }

    @Test
    void recordsWhatChangedInTheRulebook() {
        as(
                town,
                () -> catalogues.change(town, TRIAGE, "oficinas agua", before -> {
                    var agencies = new java.util.ArrayList<>(before.agencies());
                    agencies.add(new Agency("agua", Map.of("es", "Empresa de agua"), true, ""));
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
        long id = send(report("acera")).id();

        ServiceRequest referred = as(town, () -> handling.refer(town, id, "agua", "Es de la empresa", TRIAGE));

        assertThat(referred.agency()).isEqualTo("agua");
        assertThat(referred.listed()).isTrue();
        assertThat(referred.clocks().pausedAt()).isNull();
        assertThat(as(
                        town,
                        () -> audit.ofTenant(
                                town, new Audit.Filter("complaints.catalogue-changed", "", "", ""), null, 10)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.after()).contains("Empresa de agua"));
    }
}
