// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureUploadTests extends UploadFixture {

    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    @Test
    void dropsPositionAndCameraFromAPhotograph() {
        byte[] photo = Samples.jpegWithExif(200, 100, 1);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif", "SECRETCAMERA");

        byte[] stored = accepted("foto.jpg", photo, FilePurpose.IMAGE, FileType.JPEG);

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "SECRETCAMERA");
    }

    @ParameterizedTest
    @CsvSource({
        "1,200,100,LEFT", "2,200,100,RIGHT", "3,200,100,RIGHT", "4,200,100,LEFT",
        "5,100,200,TOP", "6,100,200,TOP", "7,100,200,BOTTOM", "8,100,200,BOTTOM"
    })
    void turnsAPhotographTheRightWayUp(int orientation, int width, int height, String red) throws IOException {
        byte[] stored =
                accepted("foto.jpg", Samples.jpegWithExif(200, 100, orientation), FilePurpose.IMAGE, FileType.JPEG);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(stored));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        int x = red.equals("LEFT") ? 10 : red.equals("RIGHT") ? width - 10 : width / 2;
        int y = red.equals("TOP") ? 10 : red.equals("BOTTOM") ? height - 10 : height / 2;
        assertThat(new Color(image.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(width - 1 - x, height - 1 - y)).getBlue())
                .isGreaterThan(200);
    }

    @Test
    void keepsSmallerSizesBesideThePicture(@TempDir Path directory) {
        FileStore store = new FileSystemFileStore(directory, 0);
        TenantId tenant = new TenantId(1);

        try (CheckedFile file =
                uploads().check(Samples.file("grande.png", Samples.image(3000, 1500, "png")), FilePurpose.IMAGE)) {
            assertThat(file.type()).isEqualTo(FileType.JPEG);
            assertThat(file.width()).isEqualTo(2560);
            assertThat(file.height()).isEqualTo(1280);
            assertThat(file.widths()).containsExactly(400, 800, 1600);
            assertThat(file.sha256()).matches("[0-9a-f]{64}");
            FileKey key = file.store(store, tenant, "news");
            assertThat(store.open(tenant, key)).isPresent();
            assertThat(store.open(tenant, key.variant("w800"))).isPresent();
            assertThat(store.list(tenant, "news/")).hasSize(4);
        }
    }

    @Test
    void keepsNoneOfTheSizesWhenOneCannotBeStored(@TempDir Path directory) {
        int[] puts = {0};
        FileSystemFileStore full = new FileSystemFileStore(directory, 0) {
            @Override
            public void put(TenantId tenant, FileKey key, InputStream content, long length) {
                if (++puts[0] == 3) {
                    throw new FileStoreException(FileStoreException.Cause.FULL, "full", null);
                }
                super.put(tenant, key, content, length);
            }
        };
        try (CheckedFile file =
                uploads().check(Samples.file("a.png", Samples.image(1000, 500, "png")), FilePurpose.IMAGE)) {
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> file.store(full, new TenantId(1), "news"));
        }
        assertThat(full.list(new TenantId(1), "")).isEmpty();
    }

    @Test
    void keepsTransparencyAsPng() throws IOException {
        BufferedImage image = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(10, 10, 0xff00ff00);

        byte[] stored = accepted("logo.png", Samples.encode(image, "png"), FilePurpose.IMAGE, FileType.PNG);

        assertThat(ImageIO.read(new ByteArrayInputStream(stored)).getRGB(0, 0) >>> 24)
                .isZero();
        assertThat(ImageIO.read(new ByteArrayInputStream(stored)).getRGB(10, 10))
                .isEqualTo(0xff00ff00);
    }

    @Test
    void keepsArtSharp() {
        accepted("logo.png", Samples.image(50, 50, "png"), FilePurpose.ART, FileType.PNG);
    }

    @Test
    void readsGifAndWebp() {
        accepted("a.gif", Samples.image(50, 50, "gif"), FilePurpose.IMAGE, FileType.PNG);
        accepted("a.webp", WEBP, FilePurpose.IMAGE, FileType.JPEG);
    }

    @Test
    void takesOneKindOfPictureUnderAnothersName() {
        accepted("foto.png", Samples.image(50, 50, "jpeg"), FilePurpose.IMAGE, FileType.JPEG);
    }

    @Test
    void refusesAGiantPictureByItsHeaderAlone() {
        byte[] giant = Samples.pngOfSize(50_000, 50_000);
        refused("x.png", Samples.image(5, 5, "png"), FilePurpose.DOCUMENT, Reason.TYPE_NOT_ALLOWED);
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();

        refused("giant.png", giant, FilePurpose.IMAGE, Reason.TOO_MANY_PIXELS);

        assertThat(runtime.totalMemory() - runtime.freeMemory() - before).isLessThan(64L * 1024 * 1024);
        refused("wide.png", Samples.pngOfSize(40_000, 10), FilePurpose.IMAGE, Reason.TOO_MANY_PIXELS);
    }

    @Test
    void readsALargePhotographInBoundedMemory() {
        byte[] photo = Samples.image(8_000, 6_000, "jpeg");
        accepted("foto.jpg", photo, FilePurpose.IMAGE, FileType.JPEG);
        try (CheckedFile file = uploads().check(Samples.file("foto.jpg", photo), FilePurpose.IMAGE)) {
            assertThat(file.width()).isEqualTo(2560);
            assertThat(file.height()).isEqualTo(1920);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<HTML><body>",
                "<?php system($_GET[0]);",
                "%PDF-1.4\n",
                "<!DOCTYPE html>"
            })
    void refusesAPictureWithAPageInside(String page) {
        byte[] jpeg = Samples.image(20, 20, "jpeg");

        refused("a.jpg", Samples.concat(jpeg, Samples.utf8(page)), FilePurpose.IMAGE, Reason.ACTIVE_CONTENT);
        byte[] comment = Samples.concat(
                new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (page.length() + 2)}, Samples.utf8(page));
        byte[] inside = Samples.concat(new byte[] {jpeg[0], jpeg[1]}, comment);
        byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
        refused("a.jpg", Samples.concat(inside, rest), FilePurpose.IMAGE, Reason.ACTIVE_CONTENT);
    }

    @Test
    void refusesAPictureWithAnArchiveBehind() {
        byte[] both = Samples.concat(Samples.image(20, 20, "png"), Samples.zip("a.txt", "hello"));

        refused("a.png", both, FilePurpose.IMAGE, Reason.ACTIVE_CONTENT);
    }

    @Test
    void refusesAPageThatCallsItselfAPicture() {
        refused(
                "a.jpg",
                Samples.utf8("<html><script>alert(1)</script></html>"),
                FilePurpose.IMAGE,
                Reason.TYPE_NOT_ALLOWED);
        refused("a.gif", Samples.utf8("GIF89a/*<html><script>*/=1;"), FilePurpose.IMAGE, Reason.ACTIVE_CONTENT);
        refused("a.html", Samples.image(5, 5, "png"), FilePurpose.IMAGE, Reason.TYPE_MISMATCH);
        refused(
                new IncomingFile("a.png", "image/svg+xml", () -> new ByteArrayInputStream(Samples.image(5, 5, "png"))),
                FilePurpose.IMAGE,
                Reason.TYPE_MISMATCH);
    }

    @Test
    void refusesADamagedPicture() {
        byte[] png = Samples.image(200, 200, "png");

        refused("a.png", Arrays.copyOf(png, 40), FilePurpose.IMAGE, Reason.UNREADABLE);
        refused("a.gif", Samples.utf8("GIF89a"), FilePurpose.IMAGE, Reason.UNREADABLE);
        refused("a.png", new byte[0], FilePurpose.IMAGE, Reason.EMPTY);
    }

    @Test
    void stopsReadingAtTheLimit() {
        long[] given = {0};
        IncomingFile endless = new IncomingFile("a.jpg", null, () -> new InputStream() {
            @Override
            public int read() {
                given[0]++;
                return 'x';
            }
        });

        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() ->
                        uploads(Map.of("cabildo.files.limits.image", "1MB")).check(endless, FilePurpose.IMAGE))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
                .satisfies(e -> assertThat(e.arguments()).containsExactly(1.0));
        assertThat(given[0]).isLessThan(1_200_000);
    }
}
