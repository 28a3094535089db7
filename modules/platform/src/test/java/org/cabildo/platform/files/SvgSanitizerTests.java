// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.cabildo.platform.files.FileRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgSanitizerTests extends UploadFixture {

    private static final String OPEN =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">";

    @Test
    void keepsADrawing() {
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"
                + "<defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#fff\"/></linearGradient></defs>"
                + "<title>Alcaldía &amp; más</title><g transform=\"translate(1 2)\"><path d=\"M0 0h9v9z\" fill=\"url(#g)\"/>"
                + "<use href=\"#g\"/></g></svg>\n";

        assertThat(sanitize(drawing)).isEqualTo(drawing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script xlink:href=\"https://evil.example/x.js\"/>",
                "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
                "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></body></foreignObject>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></html>",
                "<a href=\"javascript:alert(1)\"><text>x</text></a>",
                "<a xlink:href=\"https://evil.example/\"><text>x</text></a>",
                "<image href=\"https://evil.example/t.png\"/>",
                "<use href=\"https://evil.example/x.svg#a\"/>",
                "<use xlink:href=\"data:image/svg+xml;base64,AAAA#a\"/>",
                "<rect onload=\"alert(1)\" onclick=\"alert(1)\"/>",
                "<rect fill=\"url(https://evil.example/x.svg#a)\"/>",
                "<rect fill=\"url(&quot;//evil.example/x#a&quot;)\"/>",
                "<rect style=\"fill:url(https://evil.example/x)\"/>",
                "<rect style=\"background:url(https://evil.example/x)\"/>",
                "<rect style=\"fill:u\\72l(https://evil.example/x)\"/>",
                "<rect clip-path=\"url('https://evil.example/x#a')\"/>",
                "<style>@import url(https://evil.example/x.css);</style>",
                "<style>*{background:url(https://evil.example/x)}</style>",
                "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
                "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
                "<filter id=\"f\"><feImage href=\"https://evil.example/x\"/></filter>",
                "<iframe src=\"https://evil.example/\"/>",
                "<rect xml:base=\"https://evil.example/\"/>",
                "<?xml-stylesheet href=\"https://evil.example/x.css\"?>",
                "<!-- <script>alert(1)</script> -->",
                "<desc><![CDATA[</desc><script>alert(1)</script>]]></desc>"
            })
    void dropsWhatRunsOrReachesOut(String attack) {
        String clean = sanitize(OPEN + "<rect width=\"1\" height=\"1\"/>" + attack + "</svg>");

        assertThat(clean)
                .contains("<rect width=\"1\" height=\"1\"/>")
                .doesNotContain("<script")
                .doesNotContain("evil")
                .doesNotContain("javascript")
                .doesNotContain(" on")
                .doesNotContain("<style")
                .doesNotContain("style=")
                .doesNotContain("foreignObject");
        assertThat(sanitize(clean)).as("again").isEqualTo(clean);
    }

    @Test
    void turnsStylesIntoAttributes() {
        String clean = sanitize(OPEN
                + "<style>/* x */.a,.b{fill:#123456;stroke:none!important}#c{fill:red}rect{opacity:.5}</style>"
                + "<rect class=\"b x\"/><rect id=\"c\" class=\"a\" style=\"stroke-width: 2; position:fixed\"/></svg>");

        assertThat(clean)
                .contains("<rect opacity=\".5\" fill=\"#123456\" stroke=\"none\"/>")
                .contains("<rect id=\"c\" opacity=\".5\" fill=\"red\" stroke=\"none\" stroke-width=\"2\"/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE svg [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]>"
            })
    void refusesEntities(String doctype) {
        String drawing = doctype + OPEN + "<text>&x;</text></svg>";

        assertRefused(drawing, Reason.ACTIVE_CONTENT);
    }

    @Test
    void dropsAPlainDocumentType() {
        String doctype = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://127.0.0.1:1/svg11.dtd\">";

        assertThat(sanitize("<?xml version=\"1.0\"?>" + doctype + OPEN + "<rect/></svg>"))
                .contains("<rect/>");
    }

    @Test
    void refusesEntitiesWrittenInAnotherEncoding() {
        byte[] wide =
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + OPEN + "<text>&x;</text></svg>")
                        .getBytes(StandardCharsets.UTF_16);

        assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> SvgSanitizer.sanitize(wide));
    }

    @Test
    void refusesDrawingsThatMultiply() {
        StringBuilder bomb = new StringBuilder(OPEN + "<g id=\"a0\"><rect/></g>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<g id=\"a").append(i).append("\">");
            bomb.append(("<use href=\"#a" + (i - 1) + "\"/>").repeat(10)).append("</g>");
        }

        assertRefused(bomb + "</svg>", Reason.ACTIVE_CONTENT);
        assertRefused(
                OPEN + "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g></svg>",
                Reason.ACTIVE_CONTENT);
    }

    @Test
    void refusesWhatIsNoDrawing() {
        assertRefused("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", Reason.UNREADABLE);
        assertRefused("<svg", Reason.UNREADABLE);
        assertRefused(OPEN + "<script>1</script></svg>", Reason.UNREADABLE);
        assertRefused(OPEN + "<g>".repeat(500) + "<rect/>" + "</g>".repeat(500) + "</svg>", Reason.UNREADABLE);
    }

    @Test
    void sanitizesUploads() {
        byte[] logo = Samples.utf8(OPEN + "<script>alert(1)</script><circle r=\"3\"/></svg>");

        assertThat(new String(accepted("logo.svg", logo, FilePurpose.SVG_ART, FileType.SVG), StandardCharsets.UTF_8))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle r=\"3\"/></svg>\n");
        refused("foto.jpg", logo, FilePurpose.IMAGE, Reason.TYPE_NOT_ALLOWED);
        refused("logo.png", logo, FilePurpose.ART, Reason.TYPE_MISMATCH);
        refused("logo.svg", Samples.image(5, 5, "png"), FilePurpose.SVG_ART, Reason.TYPE_NOT_ALLOWED);
    }

    private static String sanitize(String svg) {
        return new String(SvgSanitizer.sanitize(Samples.utf8(svg)), StandardCharsets.UTF_8);
    }

    private static void assertRefused(String svg, Reason reason) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> sanitize(svg))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
