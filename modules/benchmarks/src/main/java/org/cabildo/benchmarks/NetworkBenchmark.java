// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A network's comparison of 340 members by one measure and its composite of 2,469 members by 30 measures, through the
 * API, against the SQL that says the same. The composite's SQL computes it from the values.
 */
final class NetworkBenchmark {

    private static final String EDITION = "medicion";

    private static final String COMPARISON = """
            SELECT e.code, e.name, e.region, e.population, f.state, f.value, f.period
            FROM networks.entity e
            LEFT JOIN networks.figure f ON f.tenant_id = e.tenant_id AND f.entity = e.code
                AND f.tenant_id = ? AND f.edition = 'medicion' AND f.measure = 'm01'
            WHERE e.tenant_id = ?
            ORDER BY f.value DESC NULLS LAST, e.name""";

    private static final String COMPOSITE = """
            SELECT e.code, e.name, e.region, e.population, s.score, s.measured
            FROM networks.entity e
            LEFT JOIN (
                SELECT entity, avg(score) AS score, sum(measured) AS measured
                FROM (
                    SELECT f.entity, m.topic, count(*) AS measured,
                        avg(100 * least(1, greatest(0, (f.value - m.worst) / (m.best - m.worst)))) AS score
                    FROM networks.figure f
                    JOIN networks.measure m
                        ON m.tenant_id = f.tenant_id AND m.edition = f.edition AND m.code = f.measure
                    WHERE f.tenant_id = ? AND m.tenant_id = f.tenant_id AND f.edition = 'medicion'
                        AND f.value IS NOT NULL
                    GROUP BY f.entity, m.topic
                ) AS topics
                GROUP BY entity
            ) AS s ON s.entity = e.code
            WHERE e.tenant_id = ?
            ORDER BY s.score DESC NULLS LAST, e.name""";

    private final Lab lab;
    private final Report report;

    NetworkBenchmark(Lab lab, Report report) {
        this.lab = lab;
        this.report = report;
    }

    void run(int rounds) throws Exception {
        measure(
                "comparison, 340 members × 1 measure",
                "red-340",
                340,
                62,
                "m01",
                COMPARISON,
                6,
                new Rounds(rounds, 60));
        measure(
                "composite, 2,469 members × 30 measures",
                "red-2469",
                2469,
                30,
                "indice",
                COMPOSITE,
                1.5,
                new Rounds(rounds, 10));
    }

    private void measure(
            String what, String slug, int members, int measures, String code, String sql, double aim, Rounds rounds)
            throws Exception {
        lab.tenant(slug, "network", "members", "comparisons");
        int network = lab.number(slug);
        fill(network, members, measures);
        Client client = lab.client(slug);
        String path = "/api/v1/comparisons/" + EDITION + "/" + code + "/figures.json";
        try (Connection reader = lab.reader()) {
            reader.setAutoCommit(false);
            int rows = ask(reader, network, sql);
            int figures = client.get(path).expected().body().split("\"entity\"|\"code\"", -1).length - 1;
            if (rows != members || figures < members) {
                throw new IllegalStateException(path + " shows " + figures + " of " + rows + " members");
            }
            report.ratio(
                    what + ", API",
                    rounds.compare(
                            () -> ask(reader, network, sql),
                            () -> client.get(path).expected()),
                    aim);
        }
        String page = "/comparaciones/" + EDITION + "/" + code;
        double[] times =
                Rounds.times(() -> client.get(page + "?n=" + System.nanoTime()).expected(), 60);
        report.figure(
                what + ", page made anew",
                Report.format("p50 %.1f ms", Quantiles.of(times).median()));
    }

    /** As the application does it: the tenant is entered in a transaction, and named by the statement. */
    private static int ask(Connection reader, int network, String sql) throws SQLException {
        try (PreparedStatement enter = reader.prepareStatement("SELECT platform.enter_tenant(?)");
                PreparedStatement question = reader.prepareStatement(sql)) {
            enter.setInt(1, network);
            enter.execute();
            question.setInt(1, network);
            question.setInt(2, network);
            int rows = 0;
            try (ResultSet answer = question.executeQuery()) {
                while (answer.next()) {
                    answer.getString(2);
                    rows++;
                }
            }
            return rows;
        } finally {
            reader.commit();
        }
    }

    private void fill(int network, int members, int measures) throws SQLException {
        try (Connection owner = lab.owner();
                var statement = owner.createStatement()) {
            statement.execute("""
                    INSERT INTO networks.edition (tenant_id, slug, name, origin, published)
                    VALUES (%1$d, 'medicion', '{"es":"Medición"}', 'import', true);
                    INSERT INTO networks.measure (tenant_id, edition, code, kind, name, unit, decimals, direction, topic,
                        period, source, worst, best, ord)
                    SELECT %1$d, 'medicion', 'm' || lpad(i::text, 2, '0'), 'indicator', '{"es":"Medida ' || i || '"}',
                        '{"es":"%%"}', 1, 'up', 'ods-' || (1 + i %% 15), '2020', 'Medición', 0, 100, i
                    FROM generate_series(1, %3$d) i;
                    INSERT INTO networks.entity (tenant_id, code, name, region, population)
                    SELECT %1$d, lpad(i::text, 6, '0'), 'Municipio ' || i, 'Región ' || (i %% 9), 1000 + 37 * i
                    FROM generate_series(1, %2$d) i;
                    INSERT INTO networks.figure (tenant_id, edition, measure, entity, state, value, period, recorded_at)
                    SELECT %1$d, 'medicion', 'm' || lpad(m::text, 2, '0'), lpad(e::text, 6, '0'), 'value',
                        round((random() * 100)::numeric, 1), '2020', now()
                    FROM generate_series(1, %3$d) m, generate_series(1, %2$d) e;
                    INSERT INTO networks.score (tenant_id, edition, entity, score, measured, topics)
                    SELECT tenant_id, edition, entity, round(avg(score), 10), sum(measured),
                        json_object_agg(topic, round(score, 10))::text
                    FROM (
                        SELECT f.tenant_id, f.edition, f.entity, m.topic, count(*) AS measured,
                            avg(100 * least(1, greatest(0, (f.value - m.worst) / (m.best - m.worst)))) AS score
                        FROM networks.figure f
                        JOIN networks.measure m
                            ON m.tenant_id = f.tenant_id AND m.edition = f.edition AND m.code = f.measure
                        WHERE f.tenant_id = %1$d
                        GROUP BY f.tenant_id, f.edition, f.entity, m.topic
                    ) AS topics
                    GROUP BY tenant_id, edition, entity;
                    ANALYZE networks.entity, networks.measure, networks.figure, networks.score""".formatted(network, members, measures));
        }
    }
}
