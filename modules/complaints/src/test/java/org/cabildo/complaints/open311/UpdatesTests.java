// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension "servicerequestupdates", both ways. */
class UpdatesTests extends Open311Test {

    private static final String PATH = V2 + "/servicerequestupdates.";

    private Reply tell(String format, String request, String update, String... more) {
        return wire.post(
                PATH + format,
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        "api_key",
                                        key,
                                        "service_request_id",
                                        request,
                                        "update_id",
                                        update,
                                        "updated_datetime",
                                        "2026-11-23T09:30:00-04:00"),
                                java.util.Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private String state(String id) {
        return wire.get(V2 + "/requests/" + id + ".json?extensions=true")
                .json()
                .path(0)
                .path("extended_attributes")
                .path("status_code")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void tellsWhatHappenedInPublic(String format) {
        String id = posted("acera");
        clock.advance(Duration.ofHours(1));
        move(Long.parseLong(id), "en-curso", "Vamos.");
        as(town, () -> handling.note(town, Long.parseLong(id), "Interna", false, List.of(), TRIAGE));
        clock.advance(Duration.ofHours(1));
        move(Long.parseLong(id), "resuelto", "Hecho.");

        Reply reply = wire.get(PATH + format + "?api_key=" + key + "&end_date=2026-11-23T12:00:00-04:00");

        assertThat(reply.items()).hasSize(2);
        assertThat(reply.all("status")).containsExactly("IN_PROGRESS", "FIXED");
        assertThat(reply.all("external_status_code")).containsExactly("en-curso", "resuelto");
        assertThat(reply.all("description")).containsExactly("Vamos.", "Hecho.");
        assertThat(reply.all("service_request_id")).containsOnly(id);
        assertThat(reply.all("updated_datetime"))
                .containsExactly("2026-11-23T10:00:00-04:00", "2026-11-23T11:00:00-04:00");
        assertThat(reply.all("update_id")).doesNotHaveDuplicates();
        assertThat(wire.get(PATH + format + "?api_key=" + key + "&start_date=2026-11-23T10:30:00-04:00")
                        .all("status"))
                .containsExactly("FIXED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void asksForAKeyBothWays(String format) {
        String id = posted("acera");
        String reporting = issue(true, false, 5);

        refused(wire.get(PATH + format), 403);
        refused(wire.get(PATH + format + "?api_key=nada"), 403);
        refused(wire.get(PATH + format + "?api_key=" + reporting), 403);
        refused(wire.post(PATH + format, "service_request_id", id, "update_id", "1"), 403);
        refused(wire.get(PATH + format + "?api_key=" + key + "&start_date=ayer"), 400);
        refused(wire.get(PATH + format + "?api_key=" + key + "&start_date=2026-01-01T00:00:00Z"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void takesAnUpdateOnce(String format) {
        String id = posted("acera");

        Reply first = tell(format, id, "u-1", "description", "Sigue igual.", "status", "OPEN");
        Reply again = tell(format, id, "u-1", "description", "Sigue igual.", "status", "OPEN");
        Reply other = tell(format, id, "u-2", "description", "Otra cosa.");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.items().getFirst()).containsOnlyKeys("update_id");
        assertThat(again.items()).isEqualTo(first.items());
        assertThat(other.items()).isNotEqualTo(first.items());
        String told = wire.get(V2 + "/requests/" + id + ".json?extensions=true").body();
        assertThat(told.split("Sigue igual", -1)).hasSize(2);
    }

    @Test
    void keepsUpdatesOfDifferentSystemsApartAndReturnsNone() {
        String id = posted("acera");
        tell("json", id, "1", "description", "De uno.");
        key = issue(true, true, 10);
        tell("json", id, "1", "description", "De otro.");

        assertThat(wire.get(V2 + "/requests/" + id + ".json?extensions=true").body())
                .contains("De uno.", "De otro.");
        assertThat(wire.get(PATH + "json?api_key=" + key + "&end_date=2026-11-24T00:00:00Z")
                        .items())
                .isEmpty();
    }

    @Test
    void movesARequestWhereAWorkerMight() {
        String id = posted("alumbrado");

        tell("json", id, "1", "status", "IN_PROGRESS");
        assertThat(state(id)).isIn("planificado", "en-curso", "en-revision");
        tell("json", id, "2", "status", "FIXED", "description", "Hecho.");
        assertThat(state(id)).isEqualTo("resuelto");
        tell("json", id, "3", "status", "REOPEN", "description", "No.");
        assertThat(state(id)).isEqualTo("reabierto");
    }

    @Test
    void keepsWhatIsSaidWhereOnlyTheMunicipalityDecides() {
        String id = posted("alumbrado");

        tell("json", id, "1", "status", "NO_FURTHER_ACTION", "description", "No es nuestro.");
        tell("json", id, "2", "status", "DUPLICATE", "description", "Repetido.");

        assertThat(state(id)).isEqualTo("recibido");
        assertThat(wire.get(V2 + "/requests/" + id + ".json?extensions=true").body())
                .contains("No es nuestro.", "Repetido.");
    }

    @Test
    void takesSeveralPicturesAndTellsThem() {
        String id = posted("acera");
        tell(
                "xml",
                id,
                "1",
                "description",
                "Vea.",
                "media_url",
                "https://a.example/1.jpg",
                "media_url",
                "https://a.example/2.jpg");

        assertThat(wire.get(V2 + "/requests/" + id + ".json?extensions=true").body())
                .contains("1.jpg")
                .contains("2.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void refusesUpdatesOfNothing(String format) {
        String id = posted("acera");
        String hidden = posted("acera");
        as(town, () -> handling.hide(town, Long.parseLong(hidden), true, "x", TRIAGE));

        refused(tell(format, "999999999", "1", "description", "x"), 404);
        refused(tell(format, "abc", "1", "description", "x"), 404);
        refused(tell(format, hidden, "1", "description", "x"), 404);
        refused(tell(format, id, "", "description", "x"), 400);
        refused(tell(format, "", "1", "description", "x"), 400);
        refused(tell(format, id, "1", "status", "PERHAPS"), 400);
        refused(tell(format, id, "1", "description", "x".repeat(4001)), 400);
        refused(
                wire.post(
                        PATH + format,
                        "api_key",
                        key,
                        "service_request_id",
                        id,
                        "update_id",
                        "1",
                        "updated_datetime",
                        "hoy"),
                400);
    }
}
