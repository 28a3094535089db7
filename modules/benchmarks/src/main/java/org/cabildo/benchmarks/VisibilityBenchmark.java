// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long a news item that an editor publishes takes until search finds it. */
final class VisibilityBenchmark {

    private static final String EDITOR = "edicion@lapaz.example";
    private static final int ITEMS = 40;
    private static final double AIM = 5_000;
    private static final double PATIENCE = 60_000;

    private final Lab lab;
    private final Report report;

    VisibilityBenchmark(Lab lab, Report report) {
        this.lab = lab;
        this.report = report;
    }

    void run() throws Exception {
        Client editor = lab.clientOfTheGateway("lapaz");
        editor.signIn(EDITOR, lab.demoPassword());
        Client reader = lab.client("lapaz");
        Vocabulary vocabulary = new Vocabulary(20_000, System.nanoTime());
        double[] times = new double[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            String word = "visible" + Long.toString(System.nanoTime(), 36);
            Client.Reply desk = editor.get("/gestion/news/nueva").expected();
            editor.submit(
                            desk,
                            "form[data-dirty]",
                            Map.of(
                                    "title",
                                    "Noticia " + word,
                                    "summary",
                                    vocabulary.text(10),
                                    "body",
                                    vocabulary.text(60),
                                    "when",
                                    "now"))
                    .expected();
            times[i] = untilFound(reader, word);
        }
        report.latency("search, until a published item is found", Quantiles.of(times), AIM);
    }

    private static double untilFound(Client reader, String word) throws Exception {
        long start = System.nanoTime();
        while (!reader.get("/api/v1/search?q=" + word).expected().body().contains("Noticia " + word)) {
            if ((System.nanoTime() - start) / 1e6 > PATIENCE) {
                throw new IllegalStateException(word + " is not found");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
