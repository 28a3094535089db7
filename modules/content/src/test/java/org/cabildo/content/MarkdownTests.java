// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    @Test
    void lowersHeadingsSoThatThePageKeepsOne() {
        assertThat(Markdown.html("# Uno\n\n## Dos", "t")).contains("<h2>Uno</h2>", "<h3>Dos</h3>");
    }

    @Test
    void leavesHeadingsThatStartAtTheSecondLevel() {
        assertThat(Markdown.html("## Uno\n\n### Dos", "t")).contains("<h2>Uno</h2>", "<h3>Dos</h3>");
    }

    @Test
    void namesTheRegionOfATableByItsHeading() {
        String html = Markdown.html("## Población\n\n| Año | Personas |\n| --- | ---: |\n| 2024 | 10 |", "Cifras");
        assertThat(html)
                .contains("class=\"table-wrap\"", "tabindex=\"0\"", "role=\"region\"", "aria-label=\"Población\"")
                .contains("<th class=\"num\" scope=\"col\">Personas</th>", "<td class=\"num\">10</td>")
                .doesNotContain("align");
    }

    @Test
    void namesTheRegionOfATableByTheTitleWithoutAHeading() {
        assertThat(Markdown.html("| A |\n| --- |\n| 1 |", "Cifras")).contains("aria-label=\"Cifras\"");
    }

    @Test
    void saysThatALinkLeadsElsewhere() {
        assertThat(Markdown.html("[x](https://example.org/)", "t")).contains("rel=\"external noopener\"");
        assertThat(Markdown.html("[x](/noticias)", "t")).contains("<a href=\"/noticias\">x</a>");
    }

    @Test
    void findsFilesByTheirName() {
        assertThat(Markdown.html("![La plaza](plaza.jpg) [Plan](plan-2026.pdf)", "t"))
                .contains("src=\"/archivos/plaza.jpg\"", "alt=\"La plaza\"", "href=\"/archivos/plan-2026.pdf\"");
    }

    @Test
    void showsPicturesFromElsewhereAsLinks() {
        assertThat(Markdown.html("![Foto](https://example.org/a.jpg)", "t"))
                .doesNotContain("<img")
                .contains("href=\"https://example.org/a.jpg\"", ">Foto</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[x](javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<img src=x onerror=alert(1)>",
                "[x](\"onclick=alert(1) https://example.org)",
                "![x](javascript:alert(1))",
                "<iframe src=https://example.org></iframe>"
            })
    void letsNoActiveContentThrough(String text) {
        assertThat(Markdown.html(text, "t"))
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<iframe")
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("href=\"javascript")
                .doesNotContainIgnoringCase("href=\"data");
    }

    @Test
    void cutsWordsForDescriptionsAtAWord() {
        assertThat(Markdown.plain("Una **frase** larga, con [enlace](/x).", 16)).isEqualTo("Una frase larga,…");
    }
}
