// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cabildo.networks.comparison.Entity;
import org.junit.jupiter.api.Test;

class EntityNamesTests {

    private static final Entity TARIJA = new Entity("060602", "Entre Ríos", "Tarija", 22_000, "");
    private static final Entity COCHABAMBA = new Entity("031603", "Entre Ríos", "Cochabamba", 33_000, "");
    private static final Entity ORURO = new Entity("040101", "Oruro", "Oruro", 302_643, "");

    private final EntityNames names = new EntityNames(List.of(TARIJA, COCHABAMBA, ORURO));

    @Test
    void addsTheRegionToNamesThatRepeatAndToNoOthers() {
        assertThat(names.title(TARIJA)).isEqualTo("Entre Ríos (Tarija)");
        assertThat(names.title("031603")).isEqualTo("Entre Ríos (Cochabamba)");
        assertThat(names.title(ORURO)).isEqualTo("Oruro");
        assertThat(names.title("000000")).isEqualTo("000000");
    }

    @Test
    void findsNamesWithoutAccentsInsideOfNamesAndByCode() {
        assertThat(names.find("rios")).containsExactly(COCHABAMBA, TARIJA);
        assertThat(names.find("ORU")).containsExactly(ORURO);
        assertThat(names.find("040101")).containsExactly(ORURO);
        assertThat(names.find("  ")).isEmpty();
        assertThat(names.find("nada")).isEmpty();
    }
}
