// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.Handling;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GeoReport v2: GET Service Requests and GET Service Request, and the extensions of both. */
class RequestsTests extends Open311Test {

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void saysEveryFieldOfEveryRequestInOrder(String format) {
        String id = posted("alumbrado", "description", "Poste 12");

        Map<String, String> request = list(format, "").items().getFirst();

        assertThat(request.keySet()).containsExactlyElementsOf(FIELDS);
        assertThat(request)
                .containsEntry("service_request_id", id)
                .containsEntry("status", "open")
                .containsEntry("service_name", "Luminaria apagada")
                .containsEntry("agency_responsible", "Alumbrado público")
                .containsEntry("service_notice", "Tres días hábiles")
                .containsEntry("requested_datetime", "2026-11-23T09:00:00-04:00")
                .containsEntry("updated_datetime", "2026-11-23T09:00:00-04:00")
                .containsEntry("expected_datetime", "2026-11-26T09:00:00-04:00");
        assertThat(wire.get(V2 + "/requests/" + id + "." + format).items()).containsExactly(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void knowsOnlyOpenAndClosedAndWhenItWasClosed(String format) {
        String id = posted("acera");
        clock.advance(Duration.ofHours(2));
        as(
                town,
                () -> handling.move(
                        town,
                        Long.parseLong(id),
                        Handling.Move.to("cerrado").because("privado", "Es un patio."),
                        TRIAGE));
        clock.advance(Duration.ofHours(2));
        as(town, () -> handling.note(town, Long.parseLong(id), "Nota interna", false, List.of(), TRIAGE));

        Map<String, String> request =
                wire.get(V2 + "/requests/" + id + "." + format).items().getFirst();

        assertThat(request)
                .containsEntry("status", "closed")
                .containsEntry("updated_datetime", "2026-11-23T11:00:00-04:00");
        assertThat(request.get("status_notes")).contains("Está en propiedad privada", "Es un patio.");
        assertThat(wire.get(V2 + "/requests/" + id + "." + format + "?extensions=true")
                        .body())
                .doesNotContain("interna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void answersNothingWithAnEmptyList(String format) {
        Reply reply = list(format, "status=closed");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.items()).isEmpty();
        assertThat(reply.body())
                .isEqualTo(
                        format.equals("json")
                                ? "[]"
                                : "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<service_requests/>\n");
    }

    @Test
    void filtersByStateAndService() {
        String open = posted("acera");
        String closed = posted("basura");
        move(Long.parseLong(closed), "resuelto", "Hecho.");

        assertThat(ids("status=open")).containsExactly(open);
        assertThat(ids("status=closed")).containsExactly(closed);
        assertThat(ids("status=open,closed")).containsExactlyInAnyOrder(open, closed);
        assertThat(ids("status=open&status=closed")).hasSize(2);
        assertThat(ids("status=")).hasSize(2);
        assertThat(ids("service_code=acera")).containsExactly(open);
        assertThat(ids("service_code=acera,basura")).hasSize(2);
        assertThat(ids("service_code=acera&status=closed")).isEmpty();
        for (String format : List.of("xml", "json")) {
            refused(list(format, "status=assigned"), 400);
            refused(list(format, "status=open,in_progress"), 400);
            refused(list(format, "service_code=nada"), 404);
            assertThat(refused(list(format, "service_code=acera,nada,nunca"), 404))
                    .hasSize(2);
        }
    }

    @Test
    void letsNumbersOverrideEveryOtherFilter() {
        String one = posted("acera");
        String two = posted("basura");

        assertThat(ids("service_request_id=" + one + "," + two + "&status=closed&service_code=nada&start_date=ayer"))
                .containsExactlyInAnyOrder(one, two);
        assertThat(ids("service_request_id=" + one + ",999999999")).containsExactly(one);
        clock.advance(Duration.ofDays(400));
        assertThat(ids("service_request_id=" + one)).containsExactly(one);
        for (String format : List.of("xml", "json")) {
            refused(list(format, "service_request_id=999999999"), 404);
            refused(list(format, "service_request_id=abc"), 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T13:00:00Z", "2026-11-23T09:00:00-04:00", "2026-11-23T18:30:00%2B05:30",
                        "2026-11-23T18:30:00+05:30",
                "2026-11-23T13:00:00.000Z", "2026-11-23T13:00:00.123456Z", "2026-11-23T09:00-04:00",
                        "2026-11-24T02:00:00%2B13:00"
            })
    void readsMomentsWithEveryOffsetAndPartsOfSeconds(String moment) {
        clock.advance(Duration.ofMinutes(-30));
        String before = posted("acera");
        clock.advance(Duration.ofMinutes(60));
        String after = posted("acera");

        assertThat(ids("start_date=" + moment)).containsExactly(after);
        assertThat(ids("end_date=" + moment)).containsExactly(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23",
                "2026-11-23T13:00:00",
                "2026-02-30T13:00:00Z",
                "2026-13-01T00:00:00Z",
                "23/11/2026",
                "ayer",
                "1764000000",
                "2026-11-23T25:00:00Z",
                "2026-11-23T13:00:00-0400",
                "%2B99999-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z"
            })
    void refusesMomentsThatAreNone(String moment) {
        for (String name : List.of("start_date", "end_date", "updated_after", "updated_before")) {
            assertThat(refused(list("xml", name + "=" + moment), 400))
                    .first()
                    .asString()
                    .contains(name);
            refused(list("json", name + "=" + moment), 400);
        }
    }

    @Test
    void answersForNinetyDaysAndNoLongerSpan() {
        clock.set(java.time.Instant.parse("2026-08-01T12:00:00Z"));
        String old = posted("acera");
        clock.set(java.time.Instant.parse("2026-10-01T12:00:00Z"));
        String recent = posted("acera");
        clock.set(java.time.Instant.parse("2026-11-23T12:00:00Z"));

        assertThat(ids("")).containsExactly(recent);
        assertThat(ids("start_date=&end_date=")).containsExactly(recent);
        assertThat(ids("start_date=2026-07-15T00:00:00Z")).containsExactly(recent, old);
        assertThat(ids("start_date=2026-07-01T00:00:00Z")).containsExactly(old);
        assertThat(ids("end_date=2026-09-01T00:00:00Z")).containsExactly(old);
        assertThat(ids("start_date=2026-07-05T12:00:00Z&end_date=2026-10-03T12:00:00Z"))
                .containsExactly(recent, old);
        for (String format : List.of("xml", "json")) {
            refused(list(format, "start_date=2026-07-05T12:00:00Z&end_date=2026-10-03T12:00:01Z"), 400);
            refused(list(format, "start_date=2026-10-03T12:00:00Z&end_date=2026-10-01T12:00:00Z"), 400);
        }
    }

    @Test
    void showsNothingHiddenUnconfirmedConfidentialOrOfAnotherTown() {
        String shown = posted("acera");
        String hidden = posted("acera");
        as(town, () -> handling.hide(town, Long.parseLong(hidden), true, "datos", TRIAGE));
        long unconfirmed = send(report(
                        "ruido", PLACE, new Reporter("Ana", "ana@example.org", "", false, "es"), Map.of()))
                .id();
        long secret =
                send(report("secreto", PLACE, Reporter.ANONYMOUS, Map.of())).id();
        var other = found(Map.of());
        long foreign = as(other, () -> reporting.report(other, report("acera", PLACE, Reporter.ANONYMOUS, Map.of())))
                .id();

        assertThat(ids("extensions=true")).containsExactly(shown);
        for (Object id : List.of(hidden, unconfirmed, secret, foreign)) {
            refused(wire.get(V2 + "/requests/" + id + ".xml"), 404);
            refused(list("json", "service_request_id=" + id), 404);
        }
        assertThat(ids("service_request_id=" + shown + "," + hidden + "," + secret))
                .containsExactly(shown);
    }

    @Test
    void hidesRequestsOfServicesThatBecameConfidential() {
        String id = posted("todo", "attribute[texto]", "x", "attribute[uno]", "b");
        change(catalogue -> {
            var services = catalogue.services().stream()
                    .map(one -> one.code().equals("todo")
                            ? service("todo", "realtime", true, "Todo", one.questions())
                            : one)
                    .toList();
            return with(new org.cabildo.complaints.catalogue.Catalogue(
                    catalogue.agencies(),
                    catalogue.calendars(),
                    catalogue.levels(),
                    catalogue.groups(),
                    services,
                    catalogue.routes(),
                    catalogue.statuses(),
                    catalogue.transitions(),
                    catalogue.reasons(),
                    catalogue.templates()));
        });

        assertThat(ids("")).isEmpty();
        refused(wire.get(V2 + "/requests/" + id + ".json"), 404);
    }
}
