// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, against what is aimed at: a Markdown table, printed line by line and kept. */
final class Report {

    private static final String HEAD =
            "| What | Bare SQL | Measured | Ratio (quartiles) | Aim | |\n|---|---|---|---|---|---|";

    private final List<String> lines = new ArrayList<>();
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
        add(HEAD);
    }

    /** Something measured in turns with bare SQL; the aim is the most that the ratio's median may be. */
    void ratio(String what, Rounds.Result result, double aim) {
        Quantiles ratio = result.ratio();
        row(
                what,
                "p50 " + ms(result.one().median()),
                "p50 " + ms(result.other().median()),
                format("%.2f (%.2f to %.2f)", ratio.median(), ratio.at(0.25), ratio.at(0.75)),
                format("≤ %.1f ×", aim),
                ratio.median() <= aim);
    }

    /** Something whose 95th percentile has an aim in milliseconds. */
    void latency(String what, Quantiles times, double aim) {
        row(
                what,
                "",
                "p50 " + ms(times.median()) + ", p95 " + ms(times.at(0.95)),
                "",
                "p95 ≤ " + ms(aim),
                times.at(0.95) <= aim);
    }

    /** A figure without an aim. */
    void figure(String what, String value) {
        add("| " + what + " | | " + value + " | | | |");
    }

    private void row(String what, String sql, String measured, String ratio, String aim, boolean met) {
        add("| " + String.join(" | ", what, sql, measured, ratio, aim, met ? "met" : "MISSED") + " |");
    }

    private void add(String line) {
        lines.add(line);
        out.println(line);
    }

    private static String ms(double time) {
        return format(time < 10 ? "%.2f ms" : "%.0f ms", time);
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
