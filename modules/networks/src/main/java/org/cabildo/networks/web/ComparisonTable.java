// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Ranking;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/** Exactly what a comparison page shows, with exact values, so that anybody can compute it again. */
final class ComparisonTable {

    private static final Table SHAPE = Table.of(
            "comparison",
            java.time.ZoneOffset.UTC,
            Column.text("edition", "Edición"),
            Column.text("measure", "Indicador"),
            Column.integer("rank", "Puesto"),
            Column.bool("tied", "Empate"),
            Column.text("code", "Código"),
            Column.text("name", "Municipio"),
            Column.text("region", "Región"),
            Column.integer("population", "Población"),
            Column.text("state", "Estado"),
            Column.decimal("value", "Valor"),
            Column.text("unit", "Unidad"),
            Column.text("period", "Período"),
            Column.text("source", "Fuente"),
            Column.integer("coverage", "Cobertura"),
            Column.text("note", "Nota"));

    private ComparisonTable() {}

    static void write(
            View view, Edition edition, Question question, Ranking ranking, String format, HttpServletResponse response)
            throws IOException {
        new Download(
                        SHAPE,
                        TabularFormat.of(format).orElseThrow(),
                        view.site().slug() + "-" + edition.slug() + "-" + question.code())
                .writeTo(response, SafeDownload.Caching.REVALIDATED, rows -> {
                    for (Ranking.Place place : ranking.places()) {
                        Figure figure = question.figures().get(place.entity().code());
                        rows.row(
                                edition.slug(),
                                question.code(),
                                place.rank() == 0 ? null : place.rank(),
                                place.tied(),
                                place.entity().code(),
                                place.entity().name(),
                                place.entity().region(),
                                place.entity().population(),
                                state(place, figure),
                                place.value(),
                                question.unit(),
                                figure == null ? question.period() : figure.period(),
                                figure == null || figure.source().isEmpty() ? question.source() : figure.source(),
                                question.coverage().get(place.entity().code()),
                                figure == null ? "" : ComparisonSheet.note(view, figure));
                    }
                });
    }

    private static String state(Ranking.Place place, @Nullable Figure figure) {
        return place.value() != null
                ? "value"
                : figure == null ? "missing" : figure.state().code();
    }
}
