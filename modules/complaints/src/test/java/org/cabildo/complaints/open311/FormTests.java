// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** GeoReport v2: formats, jurisdiction, errors and the traps of addresses. */
class FormTests extends Open311Test {

    @Test
    void writesXmlWithItsDeclarationAndWithoutNamespaces() {
        posted("006", "description", "a < b & \"c\" <b>d</b> ñ 🌳", "address_string", "Ñ");
        for (String path : List.of("/services.xml", "/requests.xml", "/services/todo.xml", "/discovery.xml")) {
            Reply reply = wire.get(V2 + path);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).isEqualTo("text/xml;charset=utf-8");
            assertThat(reply.body()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
            assertThat(reply.body()).doesNotContain("xmlns");
            plain(reply.xml());
        }
        assertThat(wire.get(V2 + "/requests.xml").items().getFirst())
                .containsEntry("description", "a < b & \"c\" <b>d</b> ñ 🌳")
                .containsEntry("service_name", "Número & <signos>");
    }

    private static void plain(Element element) {
        assertThat(element.getNamespaceURI()).isNull();
        assertThat(element.getAttributes().getLength()).isZero();
        Reply.children(element).forEach(FormTests::plain);
    }

    @Test
    void writesJsonWithListsAtTheRootTextsForCodesAndNullForNothing() {
        String id = posted("006");

        JsonNode services = wire.get(V2 + "/services.json").json();
        JsonNode request = wire.get(V2 + "/requests/" + id + ".json").json();

        assertThat(services.isArray()).isTrue();
        JsonNode service = services.valueStream()
                .filter(one -> one.path("service_code").asString().equals("006"))
                .findFirst()
                .orElseThrow();
        assertThat(service.path("service_code").isString()).isTrue();
        assertThat(service.path("metadata").isBoolean()).isTrue();
        assertThat(request.isArray()).isTrue();
        assertThat(request.path(0).path("service_request_id").isString()).isTrue();
        assertThat(request.path(0).path("lat").isNumber()).isTrue();
        assertThat(request.path(0).path("long").isNumber()).isTrue();
        assertThat(request.path(0).get("description").isNull()).isTrue();
        assertThat(request.path(0).get("zipcode").isNull()).isTrue();
        assertThat(wire.get(V2 + "/services.json").header("Content-Type")).isEqualTo("application/json;charset=utf-8");
    }

    @Test
    void keepsListsReadableWhateverLettersPeopleSend() {
        posted("006", "description", "antes\u0007\u001B\uFFFEdespués");

        assertThat(wire.get(V2 + "/requests.xml").all("description").getFirst())
                .startsWith("antes")
                .endsWith("después");
        assertThat(wire.get(V2 + "/requests.json").all("description").getFirst())
                .startsWith("antes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void servesItsOwnJurisdictionWhetherNamedOrNotAndNoOther(String format) {
        String slug = site().slug();
        for (String own : List.of(
                "",
                "jurisdiction_id=",
                "jurisdiction_id=" + slug,
                "jurisdiction_id=" + site().canonicalHost(),
                "jurisdiction_id=020101")) {
            assertThat(wire.get(V2 + "/services." + format + "?" + own).status())
                    .as(own)
                    .isEqualTo(200);
        }
        String foreign = "?jurisdiction_id=lapaz.gob.bo";
        for (String path :
                List.of("/services", "/services/todo", "/requests", "/requests/1", "/tokens/1", "/discovery")) {
            assertThat(refused(wire.get(V2 + path + "." + format + foreign), 404))
                    .first()
                    .asString()
                    .contains("jurisdiction_id");
        }
        refused(wire.post(V2 + "/requests." + format + foreign, "api_key", key, "service_code", "acera"), 404);
        refused(wire.get(V2 + "/servicerequestupdates." + format + foreign + "&api_key=" + key), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /services/nada.xml,       404",
        "GET,    /services/nada.json,      404",
        "GET,    /services/.xml,           404",
        "GET,    /requests/nada.xml,       404",
        "GET,    /requests/99999999.json,  404",
        "GET,    /requests/9999999999999999999999.xml, 404",
        "GET,    /tokens/nada.xml,         404",
        "GET,    /tokens/nada.json,        404",
        "GET,    /nada.xml,                404",
        "GET,    /nada.json,               404",
        "GET,    /services.html,           404",
        "GET,    /services,                404",
        "GET,    /requests/1/2.xml,        404",
        "PUT,    /requests.xml,            405",
        "DELETE, /requests/1.json,         405",
        "POST,   /services.json,           405",
        "POST,   /services/todo.xml,       405",
        "PATCH,  /discovery.json,          405"
    })
    void tellsEveryErrorInTheStandardsForm(String method, String path, int status) {
        refused(wire.send(method, V2 + path, ""), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void takesNothingButForms(String format) {
        refused(wire.send("POST", V2 + "/requests." + format, "{}", "Content-Type: application/json"), 415);
        refused(wire.send("POST", V2 + "/requests." + format, "<a/>", "Content-Type: text/xml"), 415);
        refused(wire.send("POST", V2 + "/requests." + format, ""), 403);
        refused(wire.send("POST", V2 + "/requests." + format + "?api_key=" + key, ""), 400);
    }

    @Test
    void tellsErrorsOfAddressesWithoutASuffixAsXml() {
        Reply reply = wire.get("/open311/v3/requests");

        assertThat(refused(reply, 404)).isNotEmpty();
    }

    @Test
    void findsItsWayWithSlashesAtTheEndOfTheBaseAddress() {
        for (String path : List.of(V2, V2 + "/", "/open311/")) {
            assertThat(wire.get(path).xml().getNodeName()).as(path).isEqualTo("discovery");
        }
        assertThat(wire.get(V2 + "//services.json").status()).isEqualTo(200);
        assertThat(wire.get("//open311/v2/services.json").status()).isNotEqualTo(200);
        Reply reported =
                wire.post(V2 + "//requests.json", "api_key", key, "service_code", "acera", "address_string", "Plaza");
        assertThat(reported.status()).isEqualTo(200);
    }

    @Test
    void answersHeadAndSaysThatAnybodyMayRead() {
        Reply head = wire.send("HEAD", V2 + "/services.xml", "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(wire.get(V2 + "/services.json").header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(wire.get(V2 + "/services.xml").header("Set-Cookie")).isEmpty();
    }

    @Test
    void isNotThereWhenTheTownDoesNotTrackComplaints() {
        var other = found(Map.of(), false);
        Wire elsewhere = new Wire(port, sites.byTenant(other).orElseThrow().canonicalHost());

        for (String path : List.of("/open311", V2 + "/services.xml", "/open311/discovery.xml", V2 + "/requests.json")) {
            Reply reply = elsewhere.send("GET", path, "", "Accept: application/json");
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        }
    }
}
