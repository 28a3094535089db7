// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cabildo.gateway.directory.SiteEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticePageTests {

    @ParameterizedTest
    @EnumSource(Notice.class)
    void everyNoticeHasItsWordsInEachLanguage(Notice notice) {
        for (Language language : Language.values()) {
            assertThat(language.has(notice.key() + ".title")).isTrue();
            assertThat(language.has(notice.key() + ".text")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#0b4f6c,#ffffff,#fafafa,#222222",
        "#ffee00,#ffffff,#ffffff,#ffffff",
        "#777777,#787878,#000000,#111111",
        "#808080,#ffffff,#757575,#808080"
    })
    void textIsReadableWhateverTheThemeSays(String brand, String contrast, String surface, String text) {
        SiteEntry site = new SiteEntry(
                List.of("a"),
                "a",
                "MUNICIPALITY",
                "A & \"B\" <C>",
                "LIVE",
                "es",
                Map.of("brand", brand, "brandContrast", contrast, "surface", surface, "text", text),
                "",
                null);

        String html = NoticePage.of(Notice.MAINTENANCE, site, Language.ES, "id-1", true)
                .html();

        List<MatchResult> pairs = Pattern.compile("background:(#\\w+);color:(#\\w+)")
                .matcher(html)
                .results()
                .toList();
        assertThat(pairs)
                .hasSize(2)
                .allSatisfy(pair ->
                        assertThat(Contrast.ratio(pair.group(1), pair.group(2))).isGreaterThanOrEqualTo(4.5));
        assertThat(html).contains("A &amp; &quot;B&quot; &lt;C&gt;").doesNotContain("<C>");
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(Contrast.ratio("#000000", "#ffffff")).isEqualTo(21.0);
        assertThat(Contrast.ratio("#767676", "#ffffff")).isBetween(4.53, 4.55);
    }

    @ParameterizedTest
    @CsvSource({
        "'es-BO,en;q=0.5',en,ES",
        "'en-GB, es;q=0.9',es,EN",
        "'qu, ay;q=0.9',en-US,EN",
        "'qu',es-PE,ES",
        "'en;q=0, *',es,ES",
        "';;;',es,ES",
        ",en,EN",
        ",,ES"
    })
    void theReadersLanguageComesBeforeTheSites(String accepted, String site, Language expected) {
        assertThat(Language.of(accepted, site)).isEqualTo(expected);
    }
}
