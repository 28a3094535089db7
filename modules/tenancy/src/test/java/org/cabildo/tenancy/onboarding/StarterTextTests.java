// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StarterTextTests {

    private static final StarterText.Values VALUES =
            new StarterText.Values(Map.of("name", "San *Juan* | Bautista", "news", "true", "phone", ""));

    @Test
    void fillsInValuesAndKeepsTheirMarkupFromWorking() {
        StarterText text = StarterText.of("{name} abre\nResumen de {name}\n\nHola, {name}.");

        assertThat(text.title(VALUES)).isEqualTo("San *Juan* | Bautista abre");
        assertThat(text.body(VALUES)).isEqualTo("Hola, San \\*Juan\\* \\| Bautista.");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        StarterText text =
                StarterText.of("T\nR\n\n{?phone}| Teléfono | {phone} |\n{?news}Hay noticias.\n{!phone}Sin teléfono.");

        assertThat(text.body(VALUES)).isEqualTo("Hay noticias.\nSin teléfono.");
    }

    @Test
    void putsTheArticleThatFollowsTheFirstWord() {
        assertThat(BodyName.of("Gobierno Autónomo Municipal de Uyuni", "es").owning())
                .isEqualTo("del Gobierno Autónomo Municipal de Uyuni");
        assertThat(BodyName.of("Municipalidad de Rosario", "es").first()).isEqualTo("La Municipalidad de Rosario");
        assertThat(BodyName.of("Asociación de Municipalidades", "es").within())
                .isEqualTo("la Asociación de Municipalidades");
        assertThat(BodyName.of("Ayuntamiento de Mérida", "es").within()).isEqualTo("el Ayuntamiento de Mérida");
        assertThat(BodyName.of("El Concejo de Lima", "es").owning()).isEqualTo("del Concejo de Lima");
    }

    @Test
    void proposesShortNamesThatAreFree() {
        Set<String> taken = Set.of("la-paz", "la-paz-2");

        assertThat(ShortNames.proposed("La Paz", taken::contains)).isEqualTo("la-paz-3");
        assertThat(ShortNames.proposed("Ñuflo de Chávez", taken::contains)).isEqualTo("nuflo-de-chavez");
        assertThat(ShortNames.proposed("San Pedro de Macha y de los Altos del Norte Grande", taken::contains))
                .matches(ShortNames.FORM);
        assertThat(ShortNames.proposed("Ur", taken::contains)).isEqualTo("ur-municipio");
        assertThat(ShortNames.proposed("Console", taken::contains)).isEqualTo("console-2");
    }
}
