// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.ComplaintsTest;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.Question.Choice;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** A town that speaks Open311 on a port of its own, with services of every type and questions of every kind. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "cabildo.complaints.sweep=P1D",
            "cabildo.complaints.folding=P1D",
            "spring.threads.virtual.enabled=true",
            "server.shutdown=immediate",
            "spring.web.resources.add-mappings=false"
        })
@Import(OpenDoors.class)
abstract class Open311Test extends ComplaintsTest {

    static final String V2 = "/open311/v2";

    static final List<String> FIELDS = List.of(
            "service_request_id",
            "status",
            "status_notes",
            "service_name",
            "service_code",
            "description",
            "agency_responsible",
            "service_notice",
            "requested_datetime",
            "updated_datetime",
            "expected_datetime",
            "address",
            "address_id",
            "zipcode",
            "lat",
            "long",
            "media_url");

    static final String[] HERE = {"lat", "-16.4957", "long", "-68.1335"};

    @Autowired
    Catalogues catalogues;

    @Autowired
    ApiKeys keys;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    Wire wire;
    String key;

    @BeforeEach
    void openTheDoor() {
        change(catalogue -> with(
                catalogue,
                service("todo", "realtime", false, "Todo", questions()),
                service("lote", "batch", false, "Por lote", List.of()),
                service("caja", "blackbox", false, "Caja negra", List.of()),
                service("006", "realtime", false, "Número & <signos>", List.of()),
                service("secreto", "realtime", true, "Denuncia reservada", List.of())));
        wire = new Wire(port, site().canonicalHost());
        key = issue(true, true, 1000);
    }

    Site site() {
        return sites.byTenant(town).orElseThrow();
    }

    String issue(boolean reports, boolean updates, int perDay) {
        return as(town, () -> keys.issue(town, "Aplicación", reports, updates, perDay, Actor.SYSTEM));
    }

    void change(java.util.function.UnaryOperator<Catalogue> change) {
        as(town, () -> transactions.execute(status -> catalogues.change(town, Actor.SYSTEM, "test", change)));
    }

    static Catalogue with(Catalogue all, Service... more) {
        List<Service> services = new ArrayList<>(all.services());
        services.addAll(List.of(more));
        return new Catalogue(
                all.agencies(),
                all.calendars(),
                all.levels(),
                all.groups(),
                services,
                all.routes(),
                all.statuses(),
                all.transitions(),
                all.reasons(),
                all.templates());
    }

    static Service service(String code, String type, boolean confidential, String name, List<Question> questions) {
        return new Service(
                code,
                Map.of("es", name, "en", name + " (en)"),
                Map.of("es", "Descripción"),
                "calle",
                "uno,dos",
                type,
                "rapido",
                false,
                confidential,
                false,
                "",
                Map.of(),
                50,
                15,
                "reporter",
                questions);
    }

    private static List<Question> questions() {
        List<Choice> choices = List.of(
                new Choice("001", Map.of("es", "Rojo"), Map.of()), new Choice("b", Map.of("es", "Azul"), Map.of()));
        return List.of(
                question("aviso", "text", false, true, List.of()),
                question("texto", "string", true, false, List.of()),
                question("largo", "text", false, false, List.of()),
                question("numero", "number", false, false, List.of()),
                question("fecha", "datetime", false, false, List.of()),
                question("uno", "singlevaluelist", true, false, choices),
                question("varios", "multivaluelist", false, false, choices));
    }

    private static Question question(
            String code, String datatype, boolean required, boolean notice, List<Choice> choices) {
        return new Question(
                code,
                Map.of("es", "Pregunta " + code),
                Map.of("es", "Ayuda"),
                datatype,
                required,
                notice,
                "",
                "",
                choices);
    }

    /** Reports something without questions and answers with its number. */
    String posted(String service, String... more) {
        List<String> fields =
                new ArrayList<>(List.of("api_key", key, "service_code", service, "lat", "-16.5", "long", "-68.15"));
        fields.addAll(List.of(more));
        Reply reply = wire.post(V2 + "/requests.json", fields.toArray(String[]::new));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.items().getFirst().getOrDefault("service_request_id", "");
    }

    /** Checks that a call was refused in the standard's form, and answers with what was said. */
    static List<String> refused(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.items()).isNotEmpty();
        if (reply.path().contains(".json")) {
            assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
            assertThat(reply.json().isArray()).isTrue();
            assertThat(reply.json().path(0).path("code").isNumber()).isTrue();
        } else {
            assertThat(reply.header("Content-Type")).isEqualTo("text/xml;charset=utf-8");
            assertThat(reply.xml().getNodeName()).isEqualTo("errors");
            assertThat(Reply.children(reply.xml()))
                    .allSatisfy(error -> assertThat(error.getNodeName()).isEqualTo("error"));
        }
        assertThat(reply.items()).allSatisfy(error -> {
            assertThat(error).containsOnlyKeys("code", "description");
            assertThat(error.get("code")).matches("[0-9.]+");
            assertThat(error.get("description")).isNotBlank();
        });
        return reply.all("description");
    }

    Reply post(String format, String service, String... more) {
        return wire.post(V2 + "/requests." + format, fields("api_key", key, "service_code", service, more));
    }

    static String[] fields(String one, String first, String two, String second, String... more) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(one, first, two, second), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    Reply list(String format, String query) {
        return wire.get(V2 + "/requests." + format + (query.isEmpty() ? "" : "?" + query));
    }

    List<String> ids(String query) {
        Reply reply = list("json", query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        List<String> ids = reply.all("service_request_id");
        assertThat(list("xml", query).all("service_request_id")).isEqualTo(ids);
        return ids;
    }
}
