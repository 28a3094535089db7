// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.cabildo.platform.files.SafeDownload.Caching;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class SafeDownloadTests {

    private static final FileKey KEY = new FileKey("news/00112233445566778899aabbccddeeff.pdf");

    private final MockMvcTester mvc = MockMvcTester.of(new Downloads());

    @RestController
    static class Downloads {

        @GetMapping("/document")
        ResponseEntity<Resource> document() {
            return SafeDownload.attachment(file(KEY), "Año\u202E fdp.exe", Caching.IMMUTABLE);
        }

        @GetMapping("/private")
        ResponseEntity<Resource> confidential() {
            return SafeDownload.inline(file(KEY), "a.pdf", Caching.PRIVATE);
        }

        @GetMapping("/logo")
        ResponseEntity<Resource> logo() {
            return SafeDownload.inline(file(FileKey.fresh("theme", FileType.SVG)), "logo", Caching.REVALIDATED);
        }
    }

    @Test
    void sendsDocumentsAsInertAttachments() {
        assertThat(mvc.get().uri("/document"))
                .hasStatusOk()
                .hasHeader("Content-Type", "application/pdf")
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"Ano fdp.pdf\"; filename*=UTF-8''A%C3%B1o%20fdp.pdf")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .hasHeader("Cache-Control", "public, max-age=31536000, immutable")
                .hasHeader("ETag", "\"00112233445566778899aabbccddeeff.pdf\"")
                .hasBodyTextEqualTo("0123456789");
    }

    @Test
    void answersConditionalAndRangeRequests() {
        assertThat(mvc.get().uri("/document").header("If-None-Match", "\"00112233445566778899aabbccddeeff.pdf\""))
                .hasStatus(304);
        assertThat(mvc.get().uri("/document").header("Range", "bytes=2-4"))
                .hasStatus(206)
                .hasHeader("Content-Range", "bytes 2-4/10")
                .hasBodyTextEqualTo("234");
    }

    @Test
    void showsOnlyPicturesAndDrawingsInline() {
        assertThat(mvc.get().uri("/logo"))
                .hasHeader("Content-Type", "image/svg+xml")
                .hasHeader("Content-Disposition", "inline; filename=\"logo.svg\"")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(mvc.get().uri("/private"))
                .hasHeader("Content-Disposition", "attachment; filename=\"a.pdf\"")
                .hasHeader("Cache-Control", "private, no-store")
                .doesNotContainHeader("ETag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd.pdf",
                "..\\..\\boot.ini|boot.pdf",
                "informe\\u202Efdp.exe|informefdp.pdf",
                "a\\r\\nSet-Cookie: x=1.pdf|aSet-Cookie x=1.pdf",
                "a\\u0000.php.pdf|a.php.pdf",
                "CON.pdf|archivo CON.pdf",
                "...|archivo.pdf",
                ".htaccess|archivo.pdf",
                "''|archivo.pdf",
                "Presupuesto 2026.tar.gz|Presupuesto 2026.tar.pdf",
                "\"quo\"te<>.pdf|quo te.pdf",
                "niño.pdf|niño.pdf"
            })
    void makesNamesSafe(String sent, String safe) {
        String raw = sent.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\u0000", "\0")
                .replace("\\u202E", "\u202E");

        assertThat(SafeFileName.of(raw, FileType.PDF)).isEqualTo(safe);
        assertThat(SafeFileName.disposition(false, SafeFileName.of(raw, FileType.PDF)))
                .matches("attachment; filename=\"[A-Za-z0-9 ._()-]+\"(; filename\\*=UTF-8''[A-Za-z0-9%._~-]+)?");
    }

    @Test
    void shortensLongNames() {
        assertThat(SafeFileName.of("😀".repeat(300), FileType.PDF))
                .hasSizeLessThan(110)
                .endsWith("😀.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x/00112233445566778899aabbccddeeff.pdf",
                "news/../00112233445566778899aabbccddee.pdf",
                "news/00112233445566778899aabbccddeeff.exe",
                "news/00112233445566778899aabbccddeeff",
                "news/passwd.pdf",
                "/news/00112233445566778899aabbccddeeff.pdf",
                "news/00112233445566778899aabbccddeeff.pdf\n",
                "NEWS/00112233445566778899aabbccddeeff.pdf"
            })
    void refusesKeysThatWereNotMadeHere(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FileKey(key));
    }

    @Test
    void makesKeysThatDiffer() {
        FileKey key = FileKey.fresh("news", FileType.JPEG);

        assertThat(key).isNotEqualTo(FileKey.fresh("news", FileType.JPEG));
        assertThat(key.variant("w800").value()).isEqualTo("news/" + key.id() + "-w800.jpg");
        assertThat(key.variant("w800").id()).isEqualTo(key.id());
        assertThat(key.type()).isEqualTo(FileType.JPEG);
    }

    private static StoredFile file(FileKey key) {
        byte[] content = "0123456789".getBytes(StandardCharsets.US_ASCII);
        return new StoredFile(key, content.length, Instant.EPOCH, () -> new ByteArrayInputStream(content));
    }
}
