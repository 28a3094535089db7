// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clerk reads when files are not as they should be; on the sample network's own compilation. */
class DamagedFilesTests {

    private static final String LIST = "municipalities.csv";
    private static final String FIGURES = "atlas_indicators_2020_wide.csv";
    private static final String INDICES = "atlas_goal_indices.csv";
    private static final String DICTIONARY = "atlas_indicator_dictionary.csv";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheCompilation() {
        Samples.copy(Samples.TENANTS.resolve("bolivia/comparison/data"), folder);
    }

    @Test
    void readsTheCompilationAsItIs() {
        ImportCheck check = check();

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.plan().entities()).hasSize(10);
        assertThat(check.plan().measures()).hasSize(14 + 16);
    }

    @Test
    void namesTheNearestMunicipalityForAnUnknownCode() {
        edit(FIGURES, text -> text.replace("050101,Potosí", "059977,Villa de Potosi"));

        assertThat(check().plan()).isNull();
        assertThat(check().report().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(FIGURES);
            assertThat(problem.row()).isEqualTo(7);
            assertThat(problem.column()).isEqualTo("ine_code");
            assertThat(problem.cell()).isEqualTo("059977");
            assertThat(problem.key()).isEqualTo("networks.import.unknown-code");
            assertThat(problem.arguments()).containsExactly("050101 Potosí (Potosí)", 1);
        });
    }

    @Test
    void namesTheFirstOfTwoRowsForTheSameMunicipality() {
        edit(FIGURES, text -> text + text.lines().skip(3).findFirst().orElseThrow() + "\n");

        assertThat(check().report().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("networks.import.duplicate-row");
            assertThat(problem.row()).isEqualTo(12);
            assertThat(problem.arguments()).containsExactly(4L);
        });
    }

    @Test
    void saysWhichCellHasTextInsteadOfANumber() {
        edit(INDICES, text -> text.replaceFirst(",78\\.74,", ",s/d,"));

        assertThat(check().report().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(INDICES);
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo("indice_ods1");
            assertThat(problem.cell()).isEqualTo("s/d");
            assertThat(problem.key()).isEqualTo("networks.import.not-a-number");
        });
    }

    @Test
    void takesAnEmptyCellForAMissingFigureAndNeverForZero() {
        Plan whole = check().plan();
        edit(INDICES, text -> text.replaceFirst(",78\\.74,", ",,"));

        ImportCheck check = check();

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.plan().values()).hasSize(whole.values().size() - 1);
        assertThat(check.plan().values())
                .noneMatch(value ->
                        value.measure().equals("indice-ods-1") && value.entity().equals("010101"));
        assertThat(check.report().files())
                .filteredOn(file -> file.file().equals(INDICES))
                .extracting(ImportReport.FileReport::missing)
                .containsExactly(1);
    }

    @Test
    void readsWindowsFilesWithSemicolonsAndDecimalCommasRightly() {
        Plan plain = check().plan();
        for (String file : new String[] {LIST, FIGURES, INDICES, DICTIONARY}) {
            asASpreadsheetInLatinAmericaWritesIt(file);
        }

        ImportCheck check = check();

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.plan().values()).isEqualTo(plain.values());
        assertThat(check.plan().entities()).isEqualTo(plain.entities());
        assertThat(check.plan().measures()).isEqualTo(plain.measures());
        assertThat(check.report().warnings())
                .filteredOn(warning -> warning.file().equals(INDICES))
                .extracting(Finding::key)
                .containsExactly(
                        "networks.import.noticed-encoding",
                        "networks.import.noticed-separator",
                        "networks.import.noticed-comma");
        assertThat(check.report().files()).allSatisfy(file -> {
            assertThat(file.separator()).isEqualTo(";");
            assertThat(file.encoding()).isIn("windows-1252", "UTF-8");
        });
    }

    @Test
    void putsBackTheZerosThatASpreadsheetTookFromCodes() {
        Plan plain = check().plan();
        edit(FIGURES, text -> text.replaceAll("(?m)^0", ""));

        ImportCheck check = check();

        assertThat(check.report().problems()).isEmpty();
        assertThat(check.plan().values()).isEqualTo(plain.values());
        assertThat(check.report().warnings())
                .anyMatch(warning -> warning.key().equals("networks.import.noticed-zeros"));
    }

    @Test
    void saysWhichColumnIsMissingAndWhichAreThere() {
        edit(LIST, text -> text.replace("ine_code,municipality", "codigo,municipality"));

        assertThat(check().report().problems()).anySatisfy(problem -> {
            assertThat(problem.key()).isEqualTo("networks.import.column-missing");
            assertThat(problem.column()).isEqualTo("ine_code");
            assertThat(problem.arguments().getFirst().toString()).startsWith("codigo, municipality");
        });
    }

    @Test
    void noticesAnIndicatorWhoseColumnIsGone() {
        edit(FIGURES, text -> text.replace("sdg6_1_ca", "agua"));

        assertThat(check().report().problems())
                .extracting(Finding::key, Finding::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("networks.import.measure-absent", "sdg6_1_ca"));
    }

    @Test
    void noticesGoalpostsThatContradictTheDirection() {
        edit(DICTIONARY, text -> text.replaceFirst("negative", "positive"));

        assertThat(check().report().problems())
                .extracting(Finding::key)
                .containsExactly("networks.import.goalposts-crossed");
    }

    @Test
    void saysWhichFileIsNotThere() throws IOException {
        Files.delete(folder.resolve(INDICES));

        assertThat(check().report().problems())
                .extracting(Finding::file, Finding::key)
                .contains(org.assertj.core.groups.Tuple.tuple(INDICES, "networks.import.file-missing"));
    }

    @Test
    void findsEverythingThatIsWrongAtOnce() {
        edit(FIGURES, text -> text.replace("050101,", "059999,").replace(",Trinidad,", ",Trinidad,x"));
        edit(INDICES, text -> text + text.lines().skip(1).findFirst().orElseThrow() + "\n");

        assertThat(check().report().problemCount()).isGreaterThanOrEqualTo(2);
        assertThat(check().plan()).isNull();
    }

    private ImportCheck check() {
        return ImportCheck.of(Samples.recipe("bolivia"), folder);
    }

    private void asASpreadsheetInLatinAmericaWritesIt(String file) {
        Path path = folder.resolve(file);
        try {
            String text = Files.readString(path);
            StringBuilder out = new StringBuilder();
            boolean quoted = false;
            for (char c : text.toCharArray()) {
                quoted ^= c == '"';
                out.append(quoted ? c : c == ',' ? ';' : c == '.' ? ',' : c);
            }
            Files.write(path, out.toString().getBytes(Charset.forName("windows-1252")));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void edit(String file, UnaryOperator<String> change) {
        Path path = folder.resolve(file);
        try {
            String before = Files.readString(path, StandardCharsets.UTF_8);
            String after = change.apply(before);
            assertThat(after).as("something was damaged").isNotEqualTo(before);
            Files.writeString(path, after);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
