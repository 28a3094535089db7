// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.Worklist.Photo;
import org.cabildo.complaints.Worklist.Rectangle;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.FileType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the public sees of pictures. */
class ModerationTests extends ComplaintsTest {

    @Autowired
    private Moderation moderation;

    @Autowired
    private Worklist worklist;

    @Autowired
    private FileStore files;

    private long request;

    @BeforeEach
    void reportWithAPicture() throws IOException {
        BufferedImage green = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = green.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, 200, 100);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(green, "jpeg", out);
        FileKey key = FileKey.fresh("complaints", FileType.JPEG);
        files.put(town, key, new ByteArrayInputStream(out.toByteArray()), out.size());
        request = send(report("acera")).id();
        as(
                town,
                () -> handling.note(
                        town, request, "Foto", true, List.of(new StoredPhoto(key.value(), 200, 100)), WORKER));
    }

    private Photo photo() {
        return as(town, () -> worklist.photos(town, request)).getFirst();
    }

    @Test
    void paintsOverAPartAndKeepsTheOriginalForStaff() throws IOException {
        String original = photo().key();

        as(town, () -> {
            moderation.redact(town, request, photo().id(), List.of(new Rectangle(500, 0, 250, 1_000)), TRIAGE);
            return null;
        });

        Photo painted = photo();
        assertThat(painted.key()).isEqualTo(original);
        assertThat(painted.shownKey()).isNotEqualTo(original);
        BufferedImage shown = read(painted.shownKey());
        assertThat(new Color(shown.getRGB(125, 50)).getGreen()).isLessThan(40);
        assertThat(new Color(shown.getRGB(40, 50)).getGreen()).isGreaterThan(200);
        assertThat(new Color(read(original).getRGB(125, 50)).getGreen()).isGreaterThan(200);
        assertThat(as(town, () -> worklist.entries(town, request)))
                .filteredOn(entry -> entry.kind().equals("photo"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.isPublic()).isFalse())
                .satisfies(entry -> assertThat(entry.actorName()).isEqualTo("Tania"));
    }

    private BufferedImage read(String key) throws IOException {
        try (InputStream in = files.open(town, new FileKey(key)).orElseThrow().open()) {
            return ImageIO.read(in);
        }
    }

    @Test
    void showsTheWholePictureAgainWithoutRectangles() {
        as(town, () -> {
            moderation.redact(town, request, photo().id(), List.of(new Rectangle(0, 0, 100, 100)), TRIAGE);
            moderation.redact(town, request, photo().id(), List.of(), TRIAGE);
            return null;
        });

        assertThat(photo().publicKey()).isNull();
        assertThat(photo().redacted()).isEmpty();
    }

    @Test
    void hidesAPictureAndKnowsOnlyThoseOfTheRequest() {
        long other = send(report("acera")).id();
        as(town, () -> {
            moderation.hide(town, request, photo().id(), true, TRIAGE);
            return null;
        });

        assertThat(photo().hidden()).isTrue();
        assertThatThrownBy(() -> as(town, () -> {
                    moderation.hide(town, other, photo().id(), true, TRIAGE);
                    return null;
                }))
                .hasMessage("complaints.refused.photo");
    }
}
