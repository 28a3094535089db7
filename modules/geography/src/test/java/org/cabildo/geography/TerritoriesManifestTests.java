// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.cabildo.platform.Actor;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Territories as files of a tenant's manifest. */
class TerritoriesManifestTests extends GeographyTest {

    @ParameterizedTest
    @ValueSource(strings = {"lapaz", "elalto", "trinidad", "potosi", "cobija", "rosario", "merida"})
    void exportsTheSampleTownsByteForByte(String town) throws IOException {
        Folder folder = folder("copia-" + town);
        Folder parts = Folder.read(Path.of("../../tenants", town, "territories"));
        parts.all().forEach((file, content) -> folder.put("territories/" + file, content));
        manifests.apply(folder, Actor.SYSTEM);

        Folder exported = manifests.export("copia-" + town);

        assertThat(exported.below("territories/").keySet())
                .containsExactlyElementsOf(folder.below("territories/").keySet());
        folder.below("territories/")
                .keySet()
                .forEach(file -> assertThat(exported.text(file)).isEqualTo(folder.text(file)));
        assertThat(manifests.apply(folder, Actor.SYSTEM)).isEmpty();
    }

    @Test
    void keepsATileServerAndDates() {
        String file = """
                levels:
                  - code: zona
                    name:
                      es: Zona
                    plural:
                      es: Zonas
                territories:
                  - code: norte
                    level: zona
                    name: Norte
                    validFrom: "2001-05-01"
                tiles:
                  url: "https://tiles.example.org/{z}/{x}/{y}.png"
                  attribution: © Ejemplo
                  maxZoom: 18
                """.replace("attribution: © Ejemplo", "attribution: \"© Ejemplo\"");
        town("azulejos", file, "");

        assertThat(manifests.export("azulejos").text("territories/territories.yaml"))
                .contains(file);
    }

    @Test
    void removesWhatAFolderNoLongerHas() {
        String level = "levels:\n  - code: zona\n    name:\n      es: Zona\n    plural:\n      es: Zonas\n";
        town("menos", level + "territories:\n  - code: norte\n    level: zona\n    name: Norte\n", "");
        town("menos", "", "");

        assertThat(manifests.export("menos").below("territories/")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        String file = "levels:\n  - code: zona\n    name:\n      es: Zona\n    plural:\n      es: Zonas\n"
                + "territories:\n  - code: norte\n    level: comarca\n    parent: nada\n    name: Norte\n";

        assertThatThrownBy(() -> town("roto", file, ""))
                .isInstanceOf(ManifestRefused.class)
                .hasMessageContaining("comarca")
                .hasMessageContaining("nada");
        String bowTie = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":"
                + "\"norte\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}]}";
        assertThatThrownBy(() -> town("roto", "", bowTie))
                .isInstanceOf(ManifestRefused.class)
                .hasMessageContaining("Self-intersection");
        assertThat(sites.bySlug("roto")).isEmpty();
    }
}
