// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.cabildo.platform.Client;
import org.cabildo.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class FailureTests {

    private static final String BOUNDARY = "Content-Type: multipart/form-data; boundary=part";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            full        | 507 | no se guardó
            incomplete  | 400 | llegó incompleto
            unavailable | 503 | Los archivos no están disponibles
            refused     | 422 | El máximo es 15 MB
            address     | 422 | La dirección no es pública
            busy        | 503 | Espere unos segundos
            database    | 503 | inténtelo
            """)
    void saysToMachinesWhatToDo(String how, int status, String words) {
        Client.Answer answer = get("/fail/" + how);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).containsIgnoringCase(words.replace("inténtelo", "vuelva a intentarlo"));
        assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "15" : "");
    }

    @Test
    void saysNothingOfTheInside() {
        Client.Answer answer = get("/fail/otherwise");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeReadingIt() {
        Client.Answer answer = upload(200_000);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("más pequeño");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(upload(100_000).status()).isEqualTo(413);
        assertThat(upload(1_000).status()).isEqualTo(200);
    }

    private Client.Answer upload(int size) {
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + "x".repeat(size) + "\r\n--part--\r\n";
        return new Client(port)
                .send("POST", "alfa.cabildo.localhost", "/upload", body, BOUNDARY, "Accept: application/json");
    }

    private Client.Answer get(String path) {
        return new Client(port).get("alfa", path, "Accept: application/json");
    }
}
