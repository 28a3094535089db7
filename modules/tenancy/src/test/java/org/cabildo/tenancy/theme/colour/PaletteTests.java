// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTests {

    private static final Palette GOOD = Palette.around("#3a2f8f", "#f2b134");

    @Test
    void measuresContrastAsTheStandardDoes() {
        assertThat(Colour.hex("#767676").contrast(Colour.WHITE)).isCloseTo(4.54, within(0.005));
        assertThat(Colour.BLACK.contrast(Colour.WHITE)).isEqualTo(21);
    }

    @Test
    void namesThePairThatFailsAndWhatItHas() {
        Palette pale = GOOD.with("link", "#9a9ad0");

        assertThat(pale.failing())
                .extracting(ContrastPair::foreground, ContrastPair::background)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("link", "surface"),
                        org.assertj.core.groups.Tuple.tuple("link", "brand-soft"));
        assertThat(pale.failing()).allSatisfy(pair -> assertThat(pair.ratio()).isLessThan(pair.needed()));
    }

    @Test
    void checksLinksAndStrongBrandOnTheBrandsTint() {
        assertThat(GOOD.pairs())
                .extracting(pair -> pair.foreground() + " on " + pair.background())
                .contains("link on brand-soft", "brand-strong on brand-soft", "footer-text on footer");
    }

    @Test
    void proposesTheNearestColourThatPasses() {
        Palette pale = GOOD.with("link", "#8a83c9");
        ContrastPair failing = pale.failing().getFirst();
        ContrastPair.Proposal proposal = failing.proposal();

        assertThat(proposal.token()).isEqualTo("link");
        Palette mended = GOOD.with("link", proposal.hex());
        double ratio = Colour.hex(proposal.hex()).contrast(Colour.hex(failing.backgroundHex()));
        assertThat(ratio).isBetween(4.5, 5.4);
        assertThat(pale.repairs()).hasSize(1);
        assertThat(Colour.hex(proposal.hex()).hue())
                .isCloseTo(Colour.hex("#8a83c9").hue(), within(4.0));
        assertThat(mended.failing()).as("one change mends all of its pairs").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "#ffd500, #0033a0",
        "#ff8800, #ff8800",
        "#00ff00, #ff00ff",
        "#ffffff, #ffffff",
        "#000000, #ffffff",
        "#7f7f7f, #808080",
        "#c8102e, #17324d",
        "#00b3a4, #ad1457"
    })
    void makesAPaletteThatPassesAroundAnyTwoColours(String brand, String accent) {
        assertThat(Palette.around(brand, accent).failing()).isEmpty();
    }

    @Test
    void mendsAPaletteWithoutMovingWhatPasses() {
        Palette mended = GOOD.with("accent", "#ffd500")
                .with("accent-contrast", "#ffffff")
                .mended();

        assertThat(mended.failing()).isEmpty();
        assertThat(mended.brand()).isEqualTo(GOOD.brand());
        assertThat(mended.link()).isEqualTo(GOOD.link());
    }

    @Test
    void letsNothingThroughThatIsNoColour() {
        assertThatThrownBy(() -> GOOD.with("brand", "red;}body{display:none"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesBothFooterColoursOnceOneIsChosen() {
        Palette derived = Palette.NEUTRAL.with("footer", "#102030");

        assertThat(derived.footer()).isEqualTo("#102030");
        assertThat(derived.footerText()).isEqualTo("#ffffff");
    }
}
