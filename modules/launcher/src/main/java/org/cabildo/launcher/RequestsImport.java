// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Begins an import of requests and tells how far it is until it is done. */
final class RequestsImport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long PAUSE = 500;
    private static final int STEP = 5_000;

    private final Management management;
    private final PrintStream out;

    RequestsImport(Management management, PrintStream out) {
        this.management = management;
        this.out = out;
    }

    /** Exit code 0 when it ended well. */
    int run(String tenant, String recipe, String file, boolean check, boolean json)
            throws IOException, InterruptedException {
        Http.Answer begun = management.importRequests(tenant, recipe, file, check);
        if (!begun.ok()) {
            throw new LaunchException(
                    begun.body().startsWith("{")
                            ? JSON.readTree(begun.body()).path("detail").asString(begun.body())
                            : "the monolith refused with " + begun.status());
        }
        JsonNode progress = JSON.readTree(begun.body());
        int told = 0;
        while (progress.path("state").asString().equals("reading")
                || progress.path("state").asString().equals("storing")) {
            int done = progress.path("done").asInt();
            if (!json && done >= told + STEP) {
                told = done;
                out.println("  " + number(done) + " of "
                        + number(progress.path("rows").asInt()) + " rows");
                out.flush();
            }
            Thread.sleep(PAUSE);
            progress = JSON.readTree(management.requestsProgress(tenant).body());
        }
        out.println(json ? progress.toString() : report(progress, check));
        return progress.path("state").asString().equals("done") ? 0 : 1;
    }

    /** What an import came to, in lines for people. */
    static String report(JsonNode progress, boolean check) {
        StringBuilder said = new StringBuilder();
        if (progress.path("state").asString().equals("failed")) {
            said.append("It broke off: ")
                    .append(progress.path("failure").asString())
                    .append('\n');
        }
        said.append(number(progress.path("rows").asInt())).append(" rows read, ");
        said.append(number(progress.path("refused").asInt())).append(" of them refused\n");
        for (JsonNode finding : progress.path("findings")) {
            said.append("  ").append(number(finding.path("count").asInt())).append(' ');
            said.append(finding.path("what").asString());
            finding.path("examples").forEach(example -> said.append("\n      ").append(example.asString()));
            said.append('\n');
        }
        said.append(number(progress.path("duplicates").asInt()))
                .append(" near-duplicates of an earlier request of the same service\n");
        progress.path("duplicatesByService")
                .properties()
                .forEach(service -> said.append("  ")
                        .append(number(service.getValue().asInt()))
                        .append(' ')
                        .append(service.getKey())
                        .append('\n'));
        if (check) {
            return said.append("Nothing was stored; ")
                    .append(number(progress.path("services").asInt()))
                    .append(" services would be added.")
                    .toString();
        }
        return said.append(number(progress.path("stored").asInt()))
                .append(" requests stored, ")
                .append(number(progress.path("known").asInt()))
                .append(" were there already; ")
                .append(number(progress.path("services").asInt()))
                .append(" services added.")
                .toString();
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
