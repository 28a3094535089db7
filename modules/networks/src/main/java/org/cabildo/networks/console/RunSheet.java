// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.networks.importing.Finding;
import org.cabildo.networks.importing.ImportReport;
import org.cabildo.networks.importing.ImportRun;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.View;

/**
 * A part of a report: problems first, then remarks.
 *
 * @param prev address of the part before, or empty
 */
public record RunSheet(List<Line> lines, String prev, String next, String place) {

    private static final int SIZE = 100;

    /** A finding in words. */
    public record Line(boolean problem, String file, String row, String column, String cell, String what) {}

    static RunSheet of(View view, ImportRun run, int number) {
        List<Line> all = lines(view, run.report());
        int last = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int shown = Math.clamp(number, 1, last);
        return new RunSheet(
                all.subList((shown - 1) * SIZE, Math.min(all.size(), shown * SIZE)),
                shown > 1 ? view.with("pagina", String.valueOf(shown - 1)) : "",
                shown < last ? view.with("pagina", String.valueOf(shown + 1)) : "",
                last > 1 ? view.msg("networks.console.pageOf", shown, last) : "");
    }

    private static List<Line> lines(View view, @org.jspecify.annotations.Nullable ImportReport report) {
        List<Line> lines = new ArrayList<>();
        if (report != null) {
            report.problems().forEach(finding -> lines.add(line(view, finding, true)));
            report.warnings().forEach(finding -> lines.add(line(view, finding, false)));
        }
        return lines;
    }

    private static Line line(View view, Finding finding, boolean problem) {
        return new Line(
                problem,
                finding.file(),
                finding.row() == 0 ? "" : String.valueOf(finding.row()),
                finding.column(),
                finding.cell(),
                view.msg(finding.key(), finding.arguments().toArray()));
    }

    static void write(View view, ImportRun run, HttpServletResponse response) throws IOException {
        Table shape = Table.of(
                view.msg("networks.console.report"),
                view.site().zone(),
                Column.text("kind", view.msg("networks.console.kind")),
                Column.text("file", view.msg("networks.console.file")),
                Column.text("row", view.msg("networks.console.row")),
                Column.text("column", view.msg("networks.console.column")),
                Column.text("cell", view.msg("networks.console.cell")),
                Column.text("what", view.msg("networks.console.what")));
        new Download(shape, TabularFormat.CSV_EXCEL, view.msg("networks.console.report"))
                .writeTo(response, SafeDownload.Caching.PRIVATE, rows -> {
                    for (Line line : lines(view, run.report())) {
                        String kind = view.msg(line.problem() ? "networks.console.problem" : "networks.console.remark");
                        rows.row(kind, line.file(), line.row(), line.column(), line.cell(), line.what());
                    }
                });
    }
}
