// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** GeoReport v2: service discovery, the list of services and their definitions. */
class DescriptionTests extends Open311Test {

    private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void saysWhereItIsSpokenAndWhomToAsk(String format) {
        for (String path : List.of("/open311/discovery.", V2 + "/discovery.")) {
            Reply reply = wire.get(path + format);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.fields().get("contact")).contains("contacto@lapaz.example");
            assertThat(reply.fields().get("key_service")).isNotBlank();
            assertThat(OffsetDateTime.parse(reply.fields().get("changeset")).toInstant())
                    .isBefore(NOW);
            assertThat(reply.items("endpoints")).hasSize(2).allSatisfy(endpoint -> {
                assertThat(endpoint).containsEntry("specification", "http://wiki.open311.org/GeoReport_v2");
                assertThat(OffsetDateTime.parse(endpoint.get("changeset")).toInstant())
                        .isBefore(NOW);
            });
            assertThat(reply.items("endpoints").getFirst())
                    .containsEntry("type", "production")
                    .containsEntry("url", sites.url(site(), V2));
            assertThat(reply.items("endpoints").getLast()).containsEntry("type", "test");
        }
    }

    @org.junit.jupiter.api.Test
    void listsTheFormatsOfEveryEndpoint() {
        assertThat(wire.get("/open311/discovery.json").json().isObject()).isTrue();
        assertThat(wire.get("/open311/discovery.json")
                        .json()
                        .path("endpoints")
                        .path(0)
                        .path("formats")
                        .valueStream()
                        .map(format -> format.asString()))
                .containsExactly("text/xml", "application/json");
        Element endpoint = Reply.children(
                        Reply.child(wire.get("/open311/discovery.xml").xml(), "endpoints"))
                .getFirst();
        assertThat(endpoint.getNodeName()).isEqualTo("endpoint");
        assertThat(Reply.children(Reply.child(endpoint, "formats")))
                .extracting(Element::getTextContent)
                .containsExactly("text/xml", "application/json");
        assertThat(wire.get("/open311/discovery.xml").xml().getNodeName()).isEqualTo("discovery");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void listsEveryServiceThatMayBeReported(String format) {
        Reply reply = wire.get(V2 + "/services." + format);

        assertThat(reply.items())
                .allSatisfy(service -> assertThat(service)
                        .containsOnlyKeys(
                                "service_code",
                                "service_name",
                                "description",
                                "metadata",
                                "type",
                                "keywords",
                                "group"));
        assertThat(reply.all("service_code"))
                .contains("bache", "todo", "lote", "caja", "006")
                .doesNotHaveDuplicates();
        assertThat(reply.all("type")).contains("realtime", "batch", "blackbox");
        assertThat(named(reply, "todo"))
                .containsEntry("metadata", "true")
                .containsEntry("service_name", "Todo")
                .containsEntry("keywords", "uno,dos")
                .containsEntry("group", "Calles y aceras");
        assertThat(named(reply, "lote")).containsEntry("metadata", "false");
        assertThat(named(wire.get(V2 + "/services." + format + "?lang=en"), "todo"))
                .containsEntry("service_name", "Todo (en)");
    }

    private static Map<String, String> named(Reply reply, String code) {
        return reply.items().stream()
                .filter(service -> service.get("service_code").equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void tellsNothingOfConfidentialServicesAndThoseForTheTelephone(String format) {
        assertThat(wire.get(V2 + "/services." + format).all("service_code")).doesNotContain("secreto", "cable-caido");
        refused(wire.get(V2 + "/services/secreto." + format), 404);
        refused(wire.get(V2 + "/services/cable-caido." + format), 404);
        refused(wire.get(V2 + "/requests." + format + "?service_code=secreto"), 404);
        refused(
                wire.post(
                        V2 + "/requests." + format, "api_key", key, "service_code", "secreto", "lat", "1", "long", "1"),
                404);
        refused(
                wire.post(
                        V2 + "/requests." + format,
                        "api_key",
                        key,
                        "service_code",
                        "cable-caido",
                        "lat",
                        "1",
                        "long",
                        "1"),
                404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void definesEveryKindOfQuestion(String format) {
        Reply reply = wire.get(V2 + "/services/todo." + format);

        assertThat(reply.fields()).containsEntry("service_code", "todo");
        List<Map<String, String>> attributes = reply.items("attributes");
        assertThat(attributes)
                .extracting(one -> one.get("code"))
                .containsExactly("aviso", "texto", "largo", "numero", "fecha", "uno", "varios");
        assertThat(attributes)
                .extracting(one -> one.get("datatype"))
                .containsExactly("text", "string", "text", "number", "datetime", "singlevaluelist", "multivaluelist");
        assertThat(attributes).extracting(one -> one.get("order")).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(attributes)
                .extracting(one -> one.get("variable"))
                .containsExactly("false", "true", "true", "true", "true", "true", "true");
        assertThat(attributes)
                .extracting(one -> one.get("required"))
                .containsExactly("false", "true", "false", "false", "false", "true", "false");
        assertThat(attributes)
                .allSatisfy(one -> assertThat(one)
                        .containsEntry("datatype_description", "Ayuda")
                        .containsKey("description"));
    }

    @org.junit.jupiter.api.Test
    void namesTheValuesOfLists() {
        var json = wire.get(V2 + "/services/todo.json").json();
        assertThat(json.isObject()).isTrue();
        assertThat(json.path("attributes")
                        .path(5)
                        .path("values")
                        .path(0)
                        .path("key")
                        .asString())
                .isEqualTo("001");
        assertThat(json.path("attributes")
                        .path(5)
                        .path("values")
                        .path(0)
                        .path("key")
                        .isString())
                .isTrue();
        assertThat(json.path("attributes")
                        .path(5)
                        .path("values")
                        .path(1)
                        .path("name")
                        .asString())
                .isEqualTo("Azul");
        assertThat(json.path("attributes").path(1).path("order").isNumber()).isTrue();
        assertThat(json.path("attributes").path(1).path("required").isBoolean()).isTrue();

        Element root = wire.get(V2 + "/services/todo.xml").xml();
        assertThat(root.getNodeName()).isEqualTo("service_definition");
        Element list = Reply.children(Reply.child(root, "attributes")).get(5);
        assertThat(list.getNodeName()).isEqualTo("attribute");
        assertThat(Reply.children(Reply.child(list, "values")))
                .extracting(Element::getNodeName)
                .containsExactly("value", "value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void definesAServiceWithoutQuestionsAsOneWithNone(String format) {
        Reply reply = wire.get(V2 + "/services/lote." + format);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.items("attributes")).isEmpty();
    }
}
