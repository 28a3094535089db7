// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.cabildo.tenancy.theme.colour.Palette;
import org.junit.jupiter.api.Test;

class PaletteFormTests {

    private static final Palette SHOWN = Palette.around("#3a2f8f", "#f2b134");

    private static Map<String, String[]> form() {
        Map<String, String[]> fields = new HashMap<>();
        for (String token : Palette.TOKENS) {
            String hex = String.valueOf(SHOWN.chosen(token));
            set(fields, token, hex);
            set(fields, token + "-pick", hex);
            set(fields, token + "-shown", hex);
        }
        return fields;
    }

    private static void set(Map<String, String[]> fields, String name, String value) {
        fields.put(name, new String[] {value});
    }

    @Test
    void givesBackWhatWasShownWhenNothingChanged() {
        assertThat(PaletteForm.of(form())).isEqualTo(new PaletteForm(SHOWN, Map.of()));
    }

    @Test
    void takesAColourThatWasTypedInAnyWayPeopleWriteIt() {
        Map<String, String[]> fields = form();
        set(fields, "brand", " 0B4F8A ");
        set(fields, "accent", "#fc0");

        Palette palette = PaletteForm.of(fields).palette();

        assertThat(palette.brand()).isEqualTo("#0b4f8a");
        assertThat(palette.accent()).isEqualTo("#ffcc00");
    }

    @Test
    void takesAColourThatWasPickedWithoutScript() {
        Map<String, String[]> fields = form();
        set(fields, "link-pick", "#0b4f8a");

        assertThat(PaletteForm.of(fields).palette().link()).isEqualTo("#0b4f8a");
    }

    @Test
    void derivesTheFooterAgainWhenItsFieldsAreEmptied() {
        Map<String, String[]> fields = form();
        set(fields, "footer", "");
        set(fields, "footer-text", "");

        assertThat(PaletteForm.of(fields).palette().footer()).isNull();
    }

    @Test
    void namesAFieldThatHoldsNoColourAndKeepsTheOneBefore() {
        Map<String, String[]> fields = form();
        set(fields, "brand", "azul");

        PaletteForm read = PaletteForm.of(fields);

        assertThat(read.errors()).containsExactly(Map.entry("brand", "azul"));
        assertThat(read.palette().brand()).isEqualTo("#3a2f8f");
    }
}
