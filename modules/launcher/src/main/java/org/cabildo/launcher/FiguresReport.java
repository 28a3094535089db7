// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the monolith answers to an import of figures, in lines for people. */
final class FiguresReport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 40;
    private static final int MOST_WARNINGS = 12;

    private final PrintStream out;
    private final boolean verbose;

    FiguresReport(PrintStream out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
    }

    /** Says how each file was read, what is wrong, what is odd, and what changed. */
    void print(String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException notJson) {
            out.println(body.strip());
            return;
        }
        if (!answer.has("files")) {
            out.println(answer.path("detail").asString(body.strip()));
            return;
        }
        answer.path("files").forEach(this::file);
        findings(answer, "problem", MOST);
        findings(answer, "warning", MOST_WARNINGS);
        out.println(result(answer));
    }

    private void file(JsonNode file) {
        StringBuilder line = new StringBuilder("  %-36s %,7d rows"
                .formatted(file.path("file").asString(""), file.path("rows").asInt()));
        line.append("   ")
                .append(number(file.path("count")))
                .append(' ')
                .append(file.path("things").asString(""));
        if (file.path("missing").asInt() > 0) {
            line.append(", ").append(number(file.path("missing"))).append(" missing");
        }
        String encoding = file.path("encoding").asString("");
        if (!encoding.isEmpty()
                && !(encoding.equals("UTF-8")
                        && ",".equals(file.path("separator").asString("")))) {
            line.append("   (")
                    .append(encoding)
                    .append(", cells separated by ")
                    .append(file.path("separator").asString(""));
            line.append(file.path("decimals").asString("").equals("comma") ? ", decimal commas)" : ")");
        }
        out.println(line);
    }

    private void findings(JsonNode answer, String kind, int most) {
        int count = answer.path(kind + "Count").asInt();
        if (count == 0) {
            return;
        }
        out.println();
        out.println(number(count) + " " + kind + (count == 1 ? ":" : "s:"));
        int shown = 0;
        for (JsonNode finding : answer.path(kind + "s")) {
            if (!verbose && shown == most) {
                break;
            }
            shown++;
            out.println("  " + place(finding) + ": " + finding.path("what").asString(""));
        }
        if (shown < count) {
            out.println("  … and " + number(count - shown) + " more" + (verbose ? "" : "; --verbose lists them"));
        }
    }

    private static String place(JsonNode finding) {
        StringBuilder place = new StringBuilder(finding.path("file").asString(""));
        if (finding.path("row").asLong() > 0) {
            place.append(", row ").append(finding.path("row").asLong());
        }
        if (!finding.path("column").asString("").isEmpty()) {
            place.append(", column ").append(finding.path("column").asString(""));
        }
        if (!finding.path("cell").asString("").isEmpty()) {
            place.append(", “").append(finding.path("cell").asString("")).append('”');
        }
        return place.toString();
    }

    /** The last line: what was stored, or that nothing was. */
    static String result(JsonNode answer) {
        String where = answer.path("network").asString("") + ", edition "
                + answer.path("edition").asString("");
        if (answer.path("problemCount").asInt() > 0) {
            return "\nNothing was stored in " + where + ".";
        }
        JsonNode changes = answer.path("changes");
        int different = changes.path("entities").asInt()
                + changes.path("measures").asInt()
                + changes.path("figuresAdded").asInt()
                + changes.path("figuresChanged").asInt()
                + changes.path("figuresRemoved").asInt();
        boolean stored = answer.path("stored").asBoolean();
        if (different == 0) {
            return "\nNothing " + (stored ? "was changed" : "would change") + " in " + where + ": "
                    + number(changes.path("figuresSame")) + " figures are as in the files.";
        }
        return "\n%s in %s: %s figures new, %s changed, %s removed, %s the same; %s municipalities and %s measures differ."
                .formatted(
                        stored ? "Stored" : "Would be stored",
                        where,
                        number(changes.path("figuresAdded")),
                        number(changes.path("figuresChanged")),
                        number(changes.path("figuresRemoved")),
                        number(changes.path("figuresSame")),
                        number(changes.path("entities")),
                        number(changes.path("measures")));
    }

    private static String number(JsonNode node) {
        return number(node.asInt());
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
