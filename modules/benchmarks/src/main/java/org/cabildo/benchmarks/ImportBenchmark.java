// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Observations from one CSV file, as a clerk brings them: upload, columns, check of every row, load; against one bare
 * statement that inserts as many rows.
 */
final class ImportBenchmark {

    private static final String DESK = "/gestion/indicadores/importar";
    private static final String CLERK = "administracion@lapaz.example";

    private final Lab lab;
    private final Report report;

    ImportBenchmark(Lab lab, Report report) {
        this.lab = lab;
        this.report = report;
    }

    void run(int rows) throws Exception {
        Client clerk = lab.clientOfTheGateway("lapaz");
        clerk.signIn(CLERK, lab.demoPassword());
        Client.Reply desk = clerk.get(DESK).expected();
        String indicator = clerk.get("/api/v1/indicators")
                .expected()
                .body()
                .replaceAll("(?s).*?\"code\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        String table = table(indicator, rows);
        long start = System.nanoTime();
        Client.Reply mapping = clerk.upload(desk, "form[enctype]", "file", "valores.csv", table)
                .expected();
        Client.Reply checking = clerk.submit(mapping, "form.import-form", Map.of("do", "check"));
        double read = await(clerk, checking, "form[action$=cargar]", start);
        Client.Reply checked = clerk.get(checking.url().getPath());
        long loading = System.nanoTime();
        Client.Reply loaded = clerk.submit(checked, "form[action$=cargar]", Map.of("choice", "all"));
        double written = await(clerk, loaded, ".notice.good", loading);
        report.figure(
                Report.format("import, %,d rows", rows),
                Report.format(
                        "read and checked in %.1f s, written in %.1f s, %.0f rows a second",
                        read, written, rows / (read + written)));
        double bare = bare(rows);
        report.figure(
                Report.format("import, one statement that inserts %,d rows", rows),
                Report.format("%.1f s; the import takes %.1f ×", bare, (read + written) / bare));
        report.figure("memory of the application after the import", lab.memory("monolith") + " MB");
    }

    /** Seconds until the job's page shows something. */
    private static double await(Client clerk, Client.Reply page, String sign, long start)
            throws IOException, InterruptedException {
        Client.Reply now = page.expected();
        while (now.page().select(sign).isEmpty()) {
            if (!now.page().select(".notice.bad").isEmpty()) {
                throw new IllegalStateException(now.page().select("main").text());
            }
            TimeUnit.MILLISECONDS.sleep(250);
            now = clerk.get(page.url().getPath()).expected();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Months of a thousand years, by district and age: no two rows are of the same series and period. */
    private static String table(String indicator, int rows) {
        StringBuilder table = new StringBuilder("indicador;período;edad;valor;fuente\n");
        for (int i = 0; i < rows; i++) {
            table.append(indicator)
                    .append(';')
                    .append(Report.format("%d-%02d", 1900 + i / 12 % 120, 1 + i % 12))
                    .append(";grupo-")
                    .append(i / 1440)
                    .append(';')
                    .append(i % 100)
                    .append(',')
                    .append(i % 10)
                    .append(";Medición\n");
        }
        return table.toString();
    }

    private double bare(int rows) throws Exception {
        lab.tenant("pelado", "municipality", "indicators");
        int tenant = lab.number("pelado");
        try (Connection reader = lab.reader();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            long start = System.nanoTime();
            statement.execute("SELECT platform.enter_tenant(" + tenant + ")");
            statement.execute("INSERT INTO indicators.indicator (tenant_id, code, name, unit, decimals, direction, "
                    + "periodicity, source, updated_at) VALUES (" + tenant
                    + ", 'pelado', '{\"es\":\"Pelado\"}', '{\"es\":\"%\"}', 1, 'up', 'month', 'Medición', now())");
            statement.execute(
                    "INSERT INTO indicators.observation (tenant_id, indicator, breakdown, period, version, state, "
                            + "value, source, author, recorded_at) SELECT " + tenant
                            + ", 'pelado', 'edad=grupo-' || i / 1440, "
                            + "(1900 + i / 12 % 120) || '-' || lpad((1 + i % 12)::text, 2, '0'), 1, 'value', i % 100, 'Medición', "
                            + "'medición', now() FROM generate_series(0, " + (rows - 1) + ") i");
            reader.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
