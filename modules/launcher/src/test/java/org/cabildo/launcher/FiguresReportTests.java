// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FiguresReportTests {

    private static final String FILES = """
            "network":"uno","edition":"e","files":[{"file":"lista.csv","rows":339,"encoding":"windows-1252",
              "separator":";","decimals":"comma","things":"entities","count":339,"missing":0}],""";
    private static final String NOTHING = """
            "problemCount":0,"problems":[],"warningCount":0,"warnings":[]}""";

    @Test
    void saysHowAFileWasReadWhatIsWrongAndThatNothingWasStored() {
        String said = said("{" + FILES + """
                "stored":false,"changes":{},"warningCount":0,"warnings":[],"problemCount":1,"problems":[
                  {"file":"lista.csv","row":5,"column":"codigo","cell":"0199","what":"No municipality has this code."}]}""");

        assertThat(said)
                .contains("lista.csv", "339 entities", "(windows-1252, cells separated by ;, decimal commas)")
                .contains("1 problem:\n  lista.csv, row 5, column codigo, “0199”: No municipality has this code.")
                .endsWith("Nothing was stored in uno, edition e.\n");
    }

    @Test
    void saysWhatChanged() {
        assertThat(said("{" + FILES + """
                        "stored":true,"changes":{"entities":1,"measures":2,"figuresAdded":20900,"figuresChanged":3,
                        "figuresRemoved":4,"figuresSame":5},""" + NOTHING))
                .endsWith("Stored in uno, edition e: 20,900 figures new, 3 changed, 4 removed, 5 the same; "
                        + "1 municipalities and 2 measures differ.\n");
    }

    @Test
    void saysThatNothingChanged() {
        assertThat(said("{" + FILES + "\"stored\":true,\"changes\":{\"figuresSame\":7}," + NOTHING))
                .endsWith("Nothing was changed in uno, edition e: 7 figures are as in the files.\n");
    }

    @Test
    void saysWhyTheNetworkTakesNoFiles() {
        assertThat(said("{\"detail\":\"There is no network dos.\"}")).isEqualTo("There is no network dos.\n");
    }

    private static String said(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new FiguresReport(new PrintStream(bytes, true, StandardCharsets.UTF_8), false).print(body);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
