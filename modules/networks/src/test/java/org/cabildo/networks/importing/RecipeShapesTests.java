// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cabildo.networks.importing.Plan.Value;
import org.cabildo.platform.manifest.ManifestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of other forms than the samples': one figure in each row, no dictionary, boundaries that cannot be drawn. */
class RecipeShapesTests {

    private static final String RECIPE = """
            edition:
              slug: prueba
              name:
                es: Prueba
            entities:
              file: lista.csv
              code: codigo
              name: nombre
            boundaries:
              file: limites.geojson
              code: codigo
            measures:
              common:
                source: Nadie
                decimals: 2
              listed:
                - code: agua
                  name:
                    es: Agua
                  direction: up
                  period: "2020"
                - code: luz
                  name:
                    es: Luz
                  direction: up
            figures:
              - file: cifras.csv
                entity: codigo
                measure: que
                value: valor
                period: cuando
            """;
    private static final String SQUARE = "[[[0,0],[1,0],[1,1],[0,0]]]";

    @TempDir
    Path folder;

    @Test
    void readsOneFigureInEachRowWithItsOwnPeriod() throws IOException {
        write("lista.csv", "codigo,nombre\na1,Uno\na2,Dos\n");
        write("cifras.csv", "codigo,que,cuando,valor\na1,agua,2019,1.25\na2,AGUA,,7\na1,luz,2021,3\na2,luz,2021,\n");

        ImportCheck check = check();

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.plan().values())
                .extracting(Value::measure, Value::entity, Value::period)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("agua", "a1", "2019"),
                        org.assertj.core.groups.Tuple.tuple("agua", "a2", "2020"),
                        org.assertj.core.groups.Tuple.tuple("luz", "a1", "2021"));
        assertThat(check.plan().measures().getFirst().decimals()).isEqualTo(2);
    }

    @Test
    void namesTheNearestMeasureAndTheFigureThatIsThereAlready() throws IOException {
        write("lista.csv", "codigo,nombre\na1,Uno\n");
        write("cifras.csv", "codigo,que,cuando,valor\na1,agua,,1\na1,agua,,2\na1,luzz,,3\na1,luz,,3\n");

        assertThat(check().report().problems())
                .extracting(Finding::key, Finding::row)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("networks.import.figure-twice", 3L),
                        org.assertj.core.groups.Tuple.tuple("networks.import.unknown-measure", 4L));
    }

    @Test
    void refusesBoundariesThatNobodyCanDraw() throws IOException {
        write("lista.csv", "codigo,nombre\na1,Uno\na2,Dos\n");
        write("cifras.csv", "codigo,que,cuando,valor\na1,agua,,1\na2,luz,,1\n");
        write(
                "limites.geojson",
                "{\"features\":[" + feature("a1", SQUARE) + "," + feature("a2", "[[[0,0],[1,0]]]") + "]}");

        assertThat(check().report().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("networks.import.geometry-bad");
            assertThat(problem.row()).isEqualTo(2);
        });
    }

    @Test
    void saysWhereAGeoJsonFileBreaksOff() throws IOException {
        write("lista.csv", "codigo,nombre\na1,Uno\n");
        write("cifras.csv", "codigo,que,cuando,valor\na1,agua,,1\na1,luz,,1\n");
        write("limites.geojson", "{\n\"features\":[\n" + feature("a1", SQUARE) + ",\n");

        assertThat(check().report().problems())
                .extracting(Finding::key)
                .containsExactly("networks.import.geojson-broken");
    }

    @Test
    void refusesARecipeAndNamesEveryPlaceThatIsWrong() {
        String wrong = RECIPE.replace("file: lista.csv", "file: ../lista.csv").replace("code: luz", "code: Luz");

        assertThatThrownBy(() -> RecipeFile.read(wrong))
                .isInstanceOf(ManifestRefused.class)
                .hasMessageContaining("entities: file is a plain name")
                .hasMessageContaining("small letters");
    }

    @Test
    void readsTheMexicanFilesWhole() {
        ImportCheck check = ImportCheck.of(Samples.recipe("mexico"), Samples.figures("mexico"));

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.plan().entities()).hasSize(2_469);
        assertThat(check.plan().values()).hasSize(2_469 * 10);
    }

    private static String feature(String code, String coordinates) {
        return "{\"properties\":{\"codigo\":\"" + code + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + coordinates + "}}";
    }

    private ImportCheck check() {
        return ImportCheck.of(RecipeFile.read(RECIPE), folder);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
