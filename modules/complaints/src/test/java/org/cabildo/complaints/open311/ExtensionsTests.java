// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What other servers offer beyond GeoReport v2, here only for those who ask. */
class ExtensionsTests extends Open311Test {

    @Test
    void pagesFromOneOnAndBoundsPages() {
        List<String> all =
                IntStream.range(0, 5).mapToObj(i -> posted("acera")).toList().reversed();

        assertThat(ids("page=1&page_size=2")).containsExactlyElementsOf(all.subList(0, 2));
        assertThat(ids("page=3&page_size=2")).containsExactly(all.getLast());
        assertThat(ids("page=4&page_size=2")).isEmpty();
        for (String wrong : List.of("page=0", "page=-1", "page=x", "page_size=0", "page_size=1001", "page_size=1.5")) {
            refused(list("json", wrong), 400);
        }
    }

    @Test
    void findsWhatChangedAndWhatIsNear() {
        String still = posted("acera");
        String moved = posted("acera", "lat", "-16.51");
        clock.advance(Duration.ofDays(200));
        move(Long.parseLong(moved), "en-curso", "");

        assertThat(ids("updated_after=2027-01-01T00:00:00Z")).containsExactly(moved);
        assertThat(ids("updated_before=2027-01-01T00:00:00Z")).containsExactly(still);
        assertThat(ids("updated_after=2026-01-01T00:00:00Z&lat=-16.5&long=-68.15"))
                .contains(still);
        assertThat(ids("updated_after=2026-01-01T00:00:00Z&lat=-16.6&long=-68.15"))
                .isEmpty();
        refused(list("xml", "lat=-16.5"), 400);
        refused(list("xml", "lat=-16.5&long=-68.1&radius=9999"), 400);
    }

    @Test
    void addsExtensionsOnlyWhenAsked() {
        String id = posted(
                "todo", "attribute[texto]", "sí", "attribute[uno]", "b", "media_url", "https://example.org/a.jpg");
        move(Long.parseLong(id), "en-curso", "Vamos mañana.");

        assertThat(list("json", "").items().getFirst().keySet()).containsExactlyElementsOf(FIELDS);
        var request = list("json", "extensions=true").json().path(0);
        assertThat(request.path("attributes").path(0).path("code").asString()).isEqualTo("texto");
        assertThat(request.path("extended_attributes").path("status_code").asString())
                .isEqualTo("en-curso");
        assertThat(request.path("extended_attributes")
                        .path("photos")
                        .path(0)
                        .path("media_url")
                        .asString())
                .isEqualTo("https://example.org/a.jpg");
        assertThat(request.path("notes").path(1).path("description").asString()).isEqualTo("Vamos mañana.");
        assertThat(list("xml", "extensions=true").body()).contains("<note><datetime>", "<photo><media_url>");
    }

    /** A call with its parameters in the address and pictures as parts. */
    private Reply withPictures(String path, int pictures, byte[] picture) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 1; i <= pictures; i++) {
            body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"photo" + i
                            + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(picture);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return wire.send("POST", path, body.toByteArray(), "Content-Type: multipart/form-data; boundary=x");
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    @Test
    void takesPicturesAsPartsOfReportsAndUpdates() throws IOException {
        String report = V2 + "/requests.json?api_key=" + key + "&service_code=acera&address_string=Plaza";

        Reply taken = withPictures(report, 2, picture());
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        String id = taken.items().getFirst().get("service_request_id");
        assertThat(wire.get(V2 + "/requests/" + id + ".json").items().getFirst().get("media_url"))
                .matches(sites.url(site(), "/reportes/" + id + "/fotos/") + "[0-9]+\\.jpg");

        Reply told = withPictures(
                V2 + "/servicerequestupdates.json?api_key=" + key + "&service_request_id=" + id + "&update_id=1",
                1,
                picture());
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(wire.get(V2 + "/requests/" + id + ".json?extensions=true")
                        .json()
                        .path(0)
                        .path("extended_attributes")
                        .path("photos")
                        .size())
                .isEqualTo(3);
        refused(withPictures(report, 4, picture()), 400);
        refused(withPictures(report, 1, "no es una foto".getBytes(StandardCharsets.UTF_8)), 400);
        assertThat(ids("")).containsExactly(id);
    }
}
