// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.platform.tabular.Parsed;
import org.cabildo.platform.tabular.TableReader;
import org.cabildo.platform.tabular.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What a comparison page shows can be computed again from the file beside it. */
@AppTest
class ComparisonDownloadTests {

    private static final String EDITION = "/comparaciones/atlas-2020/";
    private static final Path DICTIONARY =
            Path.of("../../tenants/bolivia/comparison/data/atlas_indicator_dictionary.csv");

    private final Installation installation;

    @TempDir
    Path folder;

    @Autowired
    ComparisonDownloadTests(Installation installation) {
        this.installation = installation;
    }

    private record Row(String code, String rank, BigDecimal value) {}

    @Test
    void givesTheSameRanksAsThePage() throws Exception {
        List<Row> rows = csv("sdg2_2_dm");

        for (Row row : rows) {
            long better = rows.stream()
                    .filter(other -> other.value().compareTo(row.value()) < 0)
                    .count();
            assertThat(row.rank()).as(row.code()).isEqualTo(String.valueOf(better + 1));
        }
        assertThat(page("sdg2_2_dm").text()).contains(">" + rows.getFirst().rank() + "<");
    }

    @Test
    void givesTheRecalculatedIndexFromTheFilesOfItsIndicators() throws Exception {
        Map<String, Map<String, List<BigDecimal>>> scores = new TreeMap<>();
        try (TableReader dictionary = TableReader.csv(DICTIONARY)) {
            for (TableRow measure : dictionary) {
                BigDecimal worst = number(measure, "lower_bound_derived");
                BigDecimal best = number(measure, "upper_bound_derived");
                for (Row row : csv(text(measure, "variable"))) {
                    BigDecimal share = row.value()
                            .subtract(worst)
                            .divide(best.subtract(worst), MathContext.DECIMAL64)
                            .max(BigDecimal.ZERO)
                            .min(BigDecimal.ONE);
                    scores.computeIfAbsent(row.code(), code -> new TreeMap<>())
                            .computeIfAbsent(text(measure, "goal"), goal -> new ArrayList<>())
                            .add(share.movePointRight(2));
                }
            }
        }
        Map<String, BigDecimal> shown = new HashMap<>();
        csv("indice").forEach(row -> shown.put(row.code(), row.value()));

        assertThat(shown).hasSize(10);
        scores.forEach((code, goals) -> assertThat(shown.get(code))
                .as(code)
                .isCloseTo(
                        mean(goals.values().stream()
                                .map(ComparisonDownloadTests::mean)
                                .toList()),
                        org.assertj.core.data.Offset.offset(new BigDecimal("0.000001"))));
    }

    @Test
    void showsThePublishedIndexBesideTheRecalculatedOne() {
        String page = page("indice").text();

        assertThat(page).contains("Recalculado", "Publicado", "IMDS");
        assertThat(page).contains(installation.site("trinidad").canonicalHost());
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
    }

    private Answer page(String code) {
        return installation.visit("bolivia").get(EDITION + code);
    }

    private List<Row> csv(String code) throws Exception {
        Answer answer = installation.visit("bolivia").get(EDITION + code + "/datos.csv");
        assertThat(answer.status()).isEqualTo(200);
        Path file = Files.writeString(folder.resolve(code + ".csv"), answer.text());
        List<Row> rows = new ArrayList<>();
        try (TableReader table = TableReader.csv(file)) {
            for (TableRow row : table) {
                if (text(row, "state").equals("value")) {
                    rows.add(new Row(text(row, "code"), text(row, "rank"), number(row, "value")));
                }
            }
        }
        return rows;
    }

    private static String text(TableRow row, String column) {
        return row.text(column) instanceof Parsed.Value<String> value ? value.value() : "";
    }

    private static BigDecimal number(TableRow row, String column) {
        return row.decimal(column) instanceof Parsed.Value<BigDecimal> value ? value.value() : BigDecimal.ZERO;
    }
}
