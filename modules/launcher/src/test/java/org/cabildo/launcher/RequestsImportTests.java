// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequestsImportTests {

    private static final String DONE = """
            {"state":"done","rows":50212,"done":50212,"stored":50212,"known":0,"refused":0,"services":231,
             "findings":[{"what":"closing before the opening","count":399,"examples":["row 7: 05/01/2021 00:00:00"]}],
             "duplicates":15000,"duplicatesByService":{"Ruidos":9000},"failure":""}""";

    @Test
    void saysWhatIsOddAndWhatWasStored() {
        String said = RequestsImport.report(new JsonMapper().readTree(DONE), false);

        assertThat(said)
                .startsWith("50,212 rows read, 0 of them refused\n")
                .contains("  399 closing before the opening\n      row 7: 05/01/2021 00:00:00\n")
                .contains("15,000 near-duplicates", "  9,000 Ruidos\n")
                .endsWith("50,212 requests stored, 0 were there already; 231 services added.");
    }

    @Test
    void saysThatACheckStoredNothing() {
        assertThat(RequestsImport.report(new JsonMapper().readTree(DONE), true))
                .endsWith("Nothing was stored; 231 services would be added.");
    }
}
