// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GeoReport v2: POST Service Request, keys and tokens. */
class ReportTests extends Open311Test {

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void takesAReportAndSaysItsNumber(String format) {
        Reply reply = post(
                format,
                "acera",
                "lat",
                "-16.4957",
                "long",
                "-68.1335",
                "description",
                "Baldosa suelta, ñandú",
                "first_name",
                "Ana",
                "last_name",
                "Quispe",
                "email",
                "ana@example.org",
                "phone",
                "700",
                "device_id",
                "d",
                "account_id",
                "a",
                "media_url",
                "https://example.org/foto.jpg",
                "address_string",
                "Calle Sucre 5",
                "address_id",
                "S-5");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.items()).hasSize(1);
        assertThat(reply.items().getFirst()).containsOnlyKeys("service_request_id", "service_notice", "account_id");
        String id = reply.items().getFirst().get("service_request_id");
        Map<String, String> stored =
                wire.get(V2 + "/requests/" + id + ".json").items().getFirst();
        assertThat(stored)
                .containsEntry("service_request_id", id)
                .containsEntry("status", "open")
                .containsEntry("description", "Baldosa suelta, ñandú")
                .containsEntry("address", "Calle Sucre 5")
                .containsEntry("address_id", "S-5")
                .containsEntry("lat", "-16.4957")
                .containsEntry("long", "-68.1335")
                .containsEntry("media_url", "https://example.org/foto.jpg")
                .containsEntry("requested_datetime", "2026-11-23T09:00:00-04:00");
        assertThat(wire.get(V2 + "/requests/" + id + ".json?extensions=true").body())
                .doesNotContain("Ana", "Quispe", "ana@example.org", "700");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void isContentWithAnyOneOfThePlaces(String format) {
        assertThat(post(format, "acera", HERE).status()).isEqualTo(200);
        assertThat(post(format, "acera", "address_string", "Plaza Murillo").status())
                .isEqualTo(200);
        assertThat(post(format, "acera", "address_id", "4711").status()).isEqualTo(200);
        refused(post(format, "acera"), 400);
        refused(post(format, "acera", "lat", "", "long", "", "address_string", " "), 400);
    }

    @ParameterizedTest
    @CsvSource({"-16.5,", ",-68.1", "91,-68", "-16,181", "NaN,1", "1e1,2", "'-16,5',-68", "x,y", "Infinity,0"})
    void refusesPlacesThatAreNone(String latitude, String longitude) {
        for (String format : List.of("xml", "json")) {
            refused(
                    post(
                            format,
                            "acera",
                            "lat",
                            latitude == null ? "" : latitude,
                            "long",
                            longitude == null ? "" : longitude),
                    400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void refusesServicesThatAreMissingOrUnknown(String format) {
        String path = V2 + "/requests." + format;
        assertThat(refused(wire.post(path, "api_key", key, "address_string", "x"), 400))
                .first()
                .asString()
                .contains("service_code");
        refused(post(format, "nada", HERE), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void saysEverythingThatIsWrongAtOnce(String format) {
        List<String> said = refused(
                post(
                        format,
                        "todo",
                        "attribute[numero]",
                        "doce",
                        "attribute[fecha]",
                        "ayer",
                        "attribute[uno]",
                        "c",
                        "attribute[varios][]",
                        "z",
                        "description",
                        "x".repeat(4001),
                        "email",
                        "no-es-correo"),
                400);

        assertThat(said)
                .anyMatch(text -> text.startsWith("attribute[texto]"))
                .anyMatch(text -> text.startsWith("attribute[numero]"))
                .anyMatch(text -> text.startsWith("attribute[fecha]"))
                .anyMatch(text -> text.startsWith("attribute[uno]"))
                .anyMatch(text -> text.startsWith("attribute[varios]"))
                .anyMatch(text -> text.startsWith("description"))
                .anyMatch(text -> text.startsWith("email"))
                .anyMatch(text -> text.startsWith("lat, long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void keepsAnswersOfEveryKind(String format) {
        Reply reply = post(
                format,
                "todo",
                "lat",
                "1",
                "long",
                "1",
                "description",
                "x".repeat(4000),
                "attribute[texto]",
                "sí",
                "attribute[numero]",
                "3.5",
                "attribute[fecha]",
                "2026-11-21T10:00:00-04:00",
                "attribute[uno]",
                "001",
                "attribute[varios][]",
                "001",
                "attribute[varios][]",
                "b",
                "attribute[aviso]",
                "nunca",
                "attribute[otra]",
                "x");

        String id = reply.items().getFirst().get("service_request_id");
        var request = wire.get(V2 + "/requests/" + id + ".json?extensions=true")
                .json()
                .path(0);
        assertThat(request.path("attributes").toString())
                .contains("\"code\":\"varios\"", "[\"001\",\"b\"]", "\"3.5\"")
                .doesNotContain("nunca", "otra");
    }

    @Test
    void refusesTextsThatNoTableTakes() {
        for (String format : List.of("xml", "json")) {
            refused(post(format, "acera", "address_string", "x".repeat(301)), 400);
            refused(post(format, "acera", "address_string", "x", "description", "a\0b"), 400);
            refused(post(format, "acera", "address_string", "x", "phone", "1".repeat(41)), 400);
            refused(post(format, "acera", "address_string", "x", "media_url", "javascript:alert(1)"), 400);
            refused(post(format, "acera", "address_string", "x", "media_url", "no es una dirección"), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void givesATokenForBatchesAndNothingForBlackBoxes(String format) {
        Map<String, String> batch = post(format, "lote", HERE).items().getFirst();
        assertThat(batch).containsOnlyKeys("token", "service_notice", "account_id");
        assertThat(batch.get("token")).isNotBlank();

        Reply resolved = wire.get(V2 + "/tokens/" + batch.get("token") + "." + format);
        assertThat(resolved.status()).isEqualTo(200);
        assertThat(resolved.items()).hasSize(1);
        assertThat(resolved.items().getFirst())
                .containsOnlyKeys("service_request_id", "token")
                .containsEntry("token", batch.get("token"));
        assertThat(wire.get(V2 + "/requests/" + resolved.items().getFirst().get("service_request_id") + "." + format)
                        .status())
                .isEqualTo(200);

        assertThat(post(format, "caja", HERE).items().getFirst()).containsOnlyKeys("service_notice", "account_id");
    }

    @Test
    void countsWhatIsSentTwiceUnderOneNameOnce() {
        String path = V2 + "/requests.json";
        String[] fields = fields("api_key", key, "service_code", "acera", HERE);

        String first = wire.post(path, List.of("Idempotency-Key: uno"), fields).body();
        String again = wire.post(path, List.of("Idempotency-Key: uno"), fields).body();
        String other = wire.post(path, List.of("Idempotency-Key: dos"), fields).body();

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void keepsNothingOfWhatIsSentToTheTestEndpoint() {
        String test = "/open311/test/v2";
        Reply reply = wire.post(test + "/requests.json", fields("api_key", key, "service_code", "acera", HERE));

        assertThat(reply.status()).isEqualTo(200);
        String id = reply.items().getFirst().get("service_request_id");
        assertThat(id).isNotBlank();
        refused(wire.get(V2 + "/requests/" + id + ".json"), 404);
        refused(wire.post(test + "/requests.json", "api_key", key), 400);
        assertThat(wire.get(test + "/services.xml").status()).isEqualTo(200);
    }

    @Test
    void readsParametersFromTheAddressToo() {
        Reply reply = wire.send(
                "POST",
                V2 + "/requests.json?jurisdiction_id=" + site().slug() + "&api_key=" + key,
                "service_code=acera&address_string=%C3%91u%C3%B1oa",
                "Content-Type: application/x-www-form-urlencoded");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(wire.get(V2 + "/requests.json").all("address")).containsExactly("Ñuñoa");
    }
}
