// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.cabildo.complaints.Drafts.Sent;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports that are being written, with their pictures. */
class DraftTests extends ComplaintsTest {

    private final Drafts drafts;
    private final Photos photos;
    private final PublicRequests requests;

    @Autowired
    DraftTests(Drafts drafts, Photos photos, PublicRequests requests) {
        this.drafts = drafts;
        this.photos = photos;
        this.requests = requests;
    }

    private Draft write(String service) {
        Draft draft = Draft.empty(UUID.randomUUID())
                .under(service)
                .at("-16,4957", "-68,1335", "", "")
                .saying("Dos baldosas sueltas.", Map.of());
        as(town, () -> {
            drafts.save(town, draft);
            return true;
        });
        return draft;
    }

    private Sent send(Draft draft) {
        return as(town, () -> drafts.send(town, draft.id(), "es").orElseThrow());
    }

    private static IncomingFile picture(int width, int height) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out);
            byte[] bytes = out.toByteArray();
            return new IncomingFile("foto.jpg", "image/jpeg", () -> new ByteArrayInputStream(bytes));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Test
    void comesBackAsItWasWritten() {
        Draft draft = write("acera").by("Ana", "ana@example.org", "", true);
        as(town, () -> {
            drafts.save(town, draft);
            return true;
        });

        assertThat(as(town, () -> drafts.find(town, draft.id()))).contains(draft);
        var elsewhere = found(Map.of());
        assertThat(as(elsewhere, () -> drafts.find(elsewhere, draft.id()))).isEmpty();
    }

    @Test
    void becomesOneReportHoweverOftenItIsSent() {
        Draft draft = write("acera");

        Sent first = send(draft);
        Sent second = send(draft);

        assertThat(first.reported().fresh()).isTrue();
        assertThat(first.waits()).isFalse();
        assertThat(second.reported().id()).isEqualTo(first.reported().id());
        assertThat(second.reported().secret()).isEmpty();
        assertThat(as(town, () -> drafts.find(town, draft.id()))).isEmpty();
    }

    @Test
    void waitsWhenItsWriterLeftAnAddress() {
        Draft draft = write("acera").by("", "ana@example.org", "", false);
        as(town, () -> {
            drafts.save(town, draft);
            return true;
        });

        Sent sent = send(draft);

        assertThat(sent.waits()).isTrue();
        assertThat(as(town, () -> requests.find(town, sent.reported().id()))).isEmpty();
    }

    @Test
    void staysWhileSomethingIsMissing() {
        Draft draft = write("bache");

        assertThatThrownBy(() -> send(draft)).isInstanceOf(ReportRefused.class);

        assertThat(as(town, () -> drafts.find(town, draft.id()))).isPresent();
        assertThat(as(town, () -> drafts.problems(town, draft)))
                .containsOnly(Map.entry("attribute[tamano]", "complaints.problem.answer"));
    }

    @Test
    void givesWayToTheReportThatIsFollowedInstead() {
        long same = send(write("acera")).reported().id();
        Draft draft = write("acera");

        boolean known = as(town, () -> drafts.follow(town, draft.id(), same));
        as(town, () -> drafts.follow(town, draft.id(), same));

        assertThat(known).isTrue();
        assertThat(as(town, () -> requests.timeline(town, same)))
                .extracting(PublicRequests.Event::kind)
                .containsExactly("reported", "note");
        assertThat(as(town, () -> drafts.find(town, draft.id()))).isEmpty();
        Draft other = write("acera");
        assertThat(as(town, () -> drafts.follow(town, other.id(), 1L))).isFalse();
        assertThat(as(town, () -> drafts.find(town, other.id()))).isPresent();
    }

    @Test
    void bringsItsPicturesInSeveralSizes() {
        StoredPhoto large = photos.store(town, picture(1200, 900));
        Draft draft = write("acera").with(List.of(large));
        as(town, () -> {
            drafts.save(town, draft);
            return true;
        });
        long id = send(draft).reported().id();

        long number =
                as(town, () -> requests.find(town, id).orElseThrow().photos().getFirst());
        assertThat(as(
                        town,
                        () -> photos.open(town, id, number, 400, false)
                                .orElseThrow()
                                .key()
                                .value()))
                .contains("-w400.");
        assertThat(as(
                        town,
                        () -> photos.open(town, id, number, 0, false)
                                .orElseThrow()
                                .key()
                                .value()))
                .isEqualTo(large.key());
        as(town, () -> handling.hide(town, id, true, "", TRIAGE));
        assertThat(as(town, () -> photos.open(town, id, number, 0, false))).isEmpty();
        assertThat(as(town, () -> photos.open(town, id, number, 0, true))).isPresent();
    }

    @Test
    void losesItsPicturesWhenItIsThrownAway() {
        StoredPhoto small = photos.store(town, picture(300, 200));
        Draft draft = write("acera").with(List.of(small));
        as(town, () -> {
            drafts.save(town, draft);
            drafts.discard(town, draft.id());
            return true;
        });

        assertThat(photos.open(town, small, 0)).isEmpty();
    }

    @Test
    void takesNothingButPictures() {
        IncomingFile text =
                new IncomingFile("foto.jpg", "image/jpeg", () -> new ByteArrayInputStream("no soy".getBytes()));

        assertThatThrownBy(() -> photos.store(town, text)).isInstanceOf(FileRefused.class);
    }
}
