// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Search of one large tenant among many, in PostgreSQL and then in OpenSearch, for rare and for common words. */
final class SearchBenchmark {

    static final String LARGE = "grande";
    private static final int OTHERS_FROM = 1_000_001;
    private static final int OTHERS = 700;
    private static final int QUESTIONS = 200;

    private final Lab lab;
    private final Report report;
    private final Vocabulary vocabulary = new Vocabulary(20_000, 20_261_121);

    SearchBenchmark(Lab lab, Report report) {
        this.lab = lab;
        this.report = report;
    }

    /** Documents of the large tenant are three in ten; they wait for the index, which is not there yet. */
    void fill(int documents) throws Exception {
        lab.tenant(LARGE, "municipality", "news", "search");
        int large = lab.number(LARGE);
        long start = System.nanoTime();
        try (Connection owner = lab.owner()) {
            Map<String, String> indexes = dropIndexes(owner);
            CopyIn copy = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY search.document (tenant_id, type, id, locale, module, title, summary, body, path, day, "
                                    + "translations, version, offered_at) FROM STDIN");
            for (int i = 0; i < documents; i++) {
                int tenant = i % 10 < 3 ? large : OTHERS_FROM + i % OTHERS;
                byte[] row = row(tenant, i).getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
            try (Statement statement = owner.createStatement()) {
                for (String index : indexes.values()) {
                    statement.execute(index);
                }
                statement.execute("SELECT setval('search.version', " + (documents + 1) + ")");
                // compared already: what no module offered stays
                statement.execute("INSERT INTO search.comparison (tenant_id, compared_at, documents, store_missing, "
                        + "store_stale, store_surplus) VALUES (" + large + ", now(), 0, 0, 0, 0)");
                statement.execute("VACUUM ANALYZE search.document");
            }
        }
        report.figure(
                Report.format("search, %,d documents put into the store", documents),
                Report.format("%.0f s", (System.nanoTime() - start) / 1e9));
    }

    /** A bulk load first and its indexes after it is several times faster. */
    private static Map<String, String> dropIndexes(Connection owner) throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        try (Statement statement = owner.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'search' AND tablename = 'document' "
                            + "AND indexdef LIKE '%USING gin%'")) {
                while (rows.next()) {
                    indexes.put(rows.getString(1), rows.getString(2));
                }
            }
            for (String index : indexes.keySet()) {
                statement.execute("DROP INDEX search." + index);
            }
        }
        return indexes;
    }

    private String row(int tenant, int number) {
        String rare = number % 500 < 3 ? " " + vocabulary.rare(number / 500) : "";
        return String.join(
                        "\t",
                        Integer.toString(tenant),
                        "news",
                        "medicion-" + number,
                        "es",
                        "news",
                        vocabulary.text(6),
                        vocabulary.text(12),
                        vocabulary.text(60) + rare,
                        "/noticias/medicion-" + number,
                        "20" + (15 + number % 11) + "-0" + (1 + number % 9) + "-15",
                        "{es}",
                        Integer.toString(number + 1),
                        "2026-11-21 00:00:00Z")
                + "\n";
    }

    /** Asks with one client, never the same question twice in a row. */
    void ask(String engine, boolean degraded, double rareAim, double commonAim) throws Exception {
        Client client = lab.client(LARGE);
        Client.Reply first =
                client.get("/api/v1/search?q=" + vocabulary.common(0)).expected();
        if (first.body().contains("\"degraded\":true") != degraded) {
            throw new IllegalStateException(engine + " did not answer: " + first.body());
        }
        int[] next = {0};
        for (int i = 0; i < QUESTIONS; i++) {
            client.get("/api/v1/search?q=" + vocabulary.rare(i)).expected();
            client.get("/api/v1/search?q=" + vocabulary.common(i)).expected();
        }
        double[] rare = Rounds.times(
                () -> client.get("/api/v1/search?q=" + vocabulary.rare(next[0]++))
                        .expected(),
                QUESTIONS);
        double[] common = Rounds.times(
                () -> client.get("/api/v1/search?q=" + vocabulary.common(next[0]++))
                        .expected(),
                QUESTIONS);
        report.latency("search, rare word, " + engine, Quantiles.of(rare), rareAim);
        report.latency("search, common word, " + engine, Quantiles.of(common), commonAim);
    }

    /** Waits until the index has every document of every tenant. */
    void awaitIndex(int documents) throws SQLException, InterruptedException, IOException {
        long start = System.nanoTime();
        try (Connection owner = lab.owner();
                Statement statement = owner.createStatement()) {
            while (true) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT EXISTS (SELECT FROM search.document WHERE indexed <> version)")) {
                    rows.next();
                    if (!rows.getBoolean(1)) {
                        break;
                    }
                }
                TimeUnit.SECONDS.sleep(5);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.figure(
                Report.format("search, %,d documents brought to OpenSearch", documents),
                Report.format("%.0f s, %.0f a second", seconds, documents / seconds));
    }
}
