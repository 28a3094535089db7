// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cabildo.platform.files.FileRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentUploadTests extends UploadFixture {

    private static final String CATALOG = "<</Type/Catalog/Pages 2 0 R";

    @Test
    void takesAPlainPdfUnchanged() {
        byte[] pdf = Samples.pdf(
                CATALOG + "/Metadata 3 0 R>>",
                "<</Type/Pages/Kids[]/Count 0>>",
                "<</A<</S/URI/URI(https://es.wikipedia.org/wiki/JavaScript)>>/B(Launch /JS XFA)>>");

        assertThat(accepted("informe.PDF", pdf, FilePurpose.DOCUMENT, FileType.PDF))
                .isEqualTo(pdf);
        accepted(
                "b.pdf",
                Samples.pdfWithObjectStream(
                        "<</Type/Pages/Kids[]/Count 0>>", "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode"),
                FilePurpose.DOCUMENT,
                FileType.PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
                "/OpenAction<</S /JavaScript /JS (app.alert(1))>>>>",
                "/OpenAction<</S/Jav#61Script/JS(app.alert(1))>>>>",
                "/OpenAction<</#53/#4aavaScript/JS(app.alert(1))>>>>",
                "/OpenAction<</S%c\n/JavaScript/JS 5 0 R>>>>",
                "/Names<</JavaScript<</Names[]>>>>>>",
                "/OpenAction<</S/Launch/F(cmd.exe)>>>>",
                "/AA<</O<</S/Rendition/R 3 0 R>>>>>>",
                "/Annots[<</Subtype/RichMedia>>]>>",
                "/AcroForm<</XFA[(template) 7 0 R]>>>>",
                "/AcroForm<</XFA 7 0 R>>>>"
            })
    void refusesAPdfThatDoesSomething(String catalog) {
        refused("a.pdf", Samples.pdf(CATALOG + catalog), FilePurpose.DOCUMENT, Reason.ACTIVE_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode",
                "<</Type /Obj#53tm /N 1/First 4/Filter[/FlateDecode]",
                "<</Filter/FlateDecode/N 1/First 4/Type/ObjStm"
            })
    void looksIntoCompressedObjectStreams(String dictionary) {
        byte[] pdf = Samples.pdfWithObjectStream("<</S/JavaScript/JS(app.alert(1))>>", dictionary);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("JavaScript");

        refused("a.pdf", pdf, FilePurpose.DOCUMENT, Reason.ACTIVE_CONTENT);
    }

    @Test
    void looksIntoObjectStreamsBehindALongDictionary() {
        String padded = "<</Type/ObjStm/Padding(" + "x".repeat(100_000) + ")/Filter/FlateDecode/N 1/First 4";

        refused(
                "a.pdf",
                Samples.pdfWithObjectStream("<</S/JavaScript/JS(1)>>", padded),
                FilePurpose.DOCUMENT,
                Reason.ACTIVE_CONTENT);
    }

    @Test
    void refusesObjectStreamsThatItCannotRead() {
        byte[] pdf = Samples.pdf(
                CATALOG + ">>", "<</Type/ObjStm/Filter/LZWDecode/N 1/First 4/Length 5>>\nstream\nABCDE\nendstream");

        refused("a.pdf", pdf, FilePurpose.DOCUMENT, Reason.UNREADABLE);
    }

    @Test
    void refusesAnEncryptedPdf() {
        byte[] pdf =
                Samples.concat(Samples.pdf(CATALOG + ">>"), Samples.latin("trailer <</Encrypt 9 0 R/Root 1 0 R>>"));

        refused("a.pdf", pdf, FilePurpose.DOCUMENT, Reason.ENCRYPTED);
    }

    @Test
    void refusesAPdfThatBeginsAsSomethingElse() {
        byte[] pdf = Samples.concat(Samples.utf8("<html><script>1</script>\n"), Samples.pdf(CATALOG + ">>"));

        refused("a.pdf", pdf, FilePurpose.DOCUMENT, Reason.TYPE_NOT_ALLOWED);
    }

    @Test
    void takesOfficeDocuments() {
        byte[] odt = Samples.zip("mimetype", FileType.ODT.mediaType(), "content.xml", "<office:document/>");

        accepted("carta.docx", Samples.docx(), FilePurpose.DOCUMENT, FileType.DOCX);
        accepted("carta.odt", odt, FilePurpose.DOCUMENT, FileType.ODT);
        accepted(
                "enlaces.docx",
                Samples.docx(
                        "word/_rels/document.xml.rels",
                        "<Relationships><Relationship Type=\"http://x/relationships/hyperlink\""
                                + " Target=\"https://example.org\" TargetMode=\"External\"/></Relationships>"),
                FilePurpose.DOCUMENT,
                FileType.DOCX);
        refused("carta.xlsx", Samples.docx(), FilePurpose.DOCUMENT, Reason.TYPE_MISMATCH);
        refused("datos.zip", Samples.docx(), FilePurpose.DATASET, Reason.TYPE_NOT_ALLOWED);
    }

    @Test
    void refusesOfficeDocumentsWithMacros() {
        byte[] docm = Samples.zip(
                "[Content_Types].xml",
                "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>");
        byte[] ods = Samples.zip("mimetype", FileType.ODS.mediaType(), "Basic/Standard/Module1.xml", "<script/>");

        refused("a.docx", docm, FilePurpose.DOCUMENT, Reason.MACROS);
        refused("a.docx", Samples.docx("word/vbaProject.bin", "x"), FilePurpose.DOCUMENT, Reason.MACROS);
        refused("a.docx", Samples.docx("word/activeX/activeX1.xml", "x"), FilePurpose.DOCUMENT, Reason.MACROS);
        refused("a.ods", ods, FilePurpose.DOCUMENT, Reason.MACROS);
        refused(
                "a.doc",
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1},
                FilePurpose.DOCUMENT,
                Reason.TYPE_NOT_ALLOWED);
    }

    @Test
    void refusesTemplatesLoadedFromElsewhere() {
        byte[] docx = Samples.docx(
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship TargetMode='External' Target='https://evil.example/t.dotm'"
                        + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'/>"
                        + "</Relationships>");

        refused("a.docx", docx, FilePurpose.DOCUMENT, Reason.ACTIVE_CONTENT);
    }

    @Test
    void refusesEncryptedOffice() {
        byte[] odt = Samples.zip(
                "mimetype", FileType.ODT.mediaType(), "META-INF/manifest.xml", "<manifest:encryption-data/>");

        refused("a.odt", odt, FilePurpose.DOCUMENT, Reason.ENCRYPTED);
    }

    @Test
    void takesAnArchiveOfPlainFiles() {
        accepted("datos.zip", Samples.zip("a/", "", "a/datos.csv", "a,b\n1,2\n"), FilePurpose.DATASET, FileType.ZIP);
        refused("datos.zip", Samples.zip("a.csv", "a"), FilePurpose.DOCUMENT, Reason.TYPE_NOT_ALLOWED);
    }

    @Test
    void refusesBombs() {
        byte[] many = Samples.zip(IntStream.range(0, 3_000)
                .boxed()
                .flatMap(i -> Stream.of("f" + i, "x"))
                .toArray());

        refused("a.zip", Samples.zipOfZeros(200), FilePurpose.DATASET, Reason.ARCHIVE_TOO_LARGE);
        refused("a.zip", many, FilePurpose.DATASET, Reason.ARCHIVE_TOO_LARGE);
        refused("a.zip", Samples.zip("b.bin", Samples.zipOfZeros(1)), FilePurpose.DATASET, Reason.ARCHIVE_NESTED);
        refused("a.docx", bombInOffice(), FilePurpose.DOCUMENT, Reason.ARCHIVE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/cron.d/x",
                "/etc/passwd",
                "a/../../b",
                "C:\\x",
                "..\\x",
                "setup.exe",
                "index.html",
                "run.sh"
            })
    void refusesUnsafeEntries(String name) {
        refused("a.zip", Samples.zip(name, "x"), FilePurpose.DATASET, Reason.ARCHIVE_UNSAFE);
    }

    @Test
    void refusesLinksAndEncryptedEntries() {
        byte[] link = Samples.zip("link", "/etc/passwd");
        int directory = centralDirectory(link);
        link[directory + 38 + 3] = (byte) 0xa1;
        byte[] encrypted = Samples.zip("a.csv", "x");
        encrypted[centralDirectory(encrypted) + 8] |= 1;

        refused("a.zip", link, FilePurpose.DATASET, Reason.ARCHIVE_UNSAFE);
        refused("a.zip", encrypted, FilePurpose.DATASET, Reason.ENCRYPTED);
    }

    @Test
    void refusesDataOutsideOfTheArchive() {
        byte[] zip = Samples.zip("a.csv", "x");
        byte[] twice = Samples.concat(zip, Samples.zip("b.csv", "y"));

        refused("a.zip", twice, FilePurpose.DATASET, Reason.ARCHIVE_UNSAFE);
        refused("a.zip", Samples.concat(zip, Samples.utf8("<html>")), FilePurpose.DATASET, Reason.UNREADABLE);
        refused("a.zip", Arrays.copyOf(zip, zip.length - 10), FilePurpose.DATASET, Reason.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "datos.csv|CSV|a;b",
                "notas.txt|TEXT|Señor: hola",
                "x|TEXT|sin extensión",
                "a.json|JSON|{\"a\":[1,2]}",
                "a.geojson|GEOJSON|{\"features\":[],\"type\":\"FeatureCollection\"}",
                "a.csv|CSV|From: someone@example.org"
            })
    void takesText(String name, FileType type, String text) {
        accepted(name, Samples.utf8(text), FilePurpose.DOCUMENT, type);
        accepted("w.txt", "Año".getBytes(StandardCharsets.ISO_8859_1), FilePurpose.DOCUMENT, FileType.TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv|<html><script>alert(1)</script>|TYPE_NOT_ALLOWED",
                "a.txt|  <!DOCTYPE html><p>|TYPE_NOT_ALLOWED",
                "a.txt|<script>1</script>|TYPE_NOT_ALLOWED",
                "a.json|{\"a\":|UNREADABLE",
                "a.json|{} {}|UNREADABLE",
                "a.geojson|{\"a\":1}|TYPE_MISMATCH",
                "a.exe|hello|TYPE_NOT_ALLOWED",
                "a.pdf|hello|TYPE_NOT_ALLOWED",
                "a.ndjson|{}|TYPE_NOT_ALLOWED"
            })
    void refusesTextThatIsSomethingElse(String name, String text, Reason reason) {
        refused(name, Samples.utf8(text), FilePurpose.DOCUMENT, reason);
    }

    @Test
    void refusesBinaryAndDeepJson() {
        refused("a.csv", new byte[] {'a', 0, 'b'}, FilePurpose.DOCUMENT, Reason.TYPE_NOT_ALLOWED);
        refused(
                "a.csv",
                Samples.concat(Samples.utf8("a".repeat(100_000)), new byte[] {1}),
                FilePurpose.DOCUMENT,
                Reason.UNREADABLE);
        refused("a.json", Samples.utf8("[".repeat(100_000)), FilePurpose.DOCUMENT, Reason.UNREADABLE);
        accepted("a.jsonl", Samples.utf8("{}\n{}\n"), FilePurpose.DATASET, FileType.NDJSON);
    }

    @Test
    void comparesTheDeclaredType() {
        byte[] pdf = Samples.pdf(CATALOG + ">>");

        refused(
                new IncomingFile("a", "image/png", () -> new ByteArrayInputStream(pdf)),
                FilePurpose.DOCUMENT,
                Reason.TYPE_MISMATCH);
        refused(
                new IncomingFile("a.png", null, () -> new ByteArrayInputStream(pdf)),
                FilePurpose.DOCUMENT,
                Reason.TYPE_MISMATCH);
        uploads()
                .check(
                        new IncomingFile("a.pdf", "application/octet-stream", () -> new ByteArrayInputStream(pdf)),
                        FilePurpose.DOCUMENT)
                .close();
    }

    private static byte[] bombInOffice() {
        return Samples.docx("word/media/x.bin", new byte[150 * 1024 * 1024]);
    }

    private static int centralDirectory(byte[] zip) {
        for (int i = 0; i < zip.length - 4; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                return i;
            }
        }
        throw new AssertionError();
    }
}
