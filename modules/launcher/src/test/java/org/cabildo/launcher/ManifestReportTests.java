// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestReportTests {

    private static final String CHANGES = """
            {"tenants":["alfa","beta"],"changes":[
              {"tenant":"beta","file":"tenant.yaml","kind":"changed","lines":["-name: Uno","+name: Dos"]},
              {"tenant":"beta","file":"theme/logo.svg","kind":"added","lines":[]}]}""";

    @Test
    void saysTenantByTenantWhatIsDifferent() {
        assertThat(said(false, report -> report.changes(CHANGES, false))).isEqualTo("""
                alfa  unchanged
                beta  1 added, 1 changed
                  changed  tenant.yaml
                  added    theme/logo.svg
                1 of 2 tenants would change.
                """);
    }

    @Test
    void showsTheLinesWhenAskedTo() {
        assertThat(said(true, report -> report.changes(CHANGES, true)))
                .contains("      -name: Uno\n      +name: Dos\n", "1 of 2 tenants changed.");
    }

    @Test
    void saysThatNothingIsDifferent() {
        assertThat(said(false, report -> report.changes("{\"tenants\":[\"alfa\"],\"changes\":[]}", true)))
                .isEqualTo("alfa  unchanged\nNothing was changed: the tenant is as in the folder.\n");
    }

    @Test
    void countsFilesThatDoNotFit() {
        String files = IntStream.range(0, 30)
                .mapToObj(i -> "{\"tenant\":\"alfa\",\"file\":\"content/" + i + ".md\",\"kind\":\"added\"}")
                .collect(Collectors.joining(","));

        assertThat(said(false, report -> report.changes("{\"tenants\":[\"alfa\"],\"changes\":[" + files + "]}", true)))
                .contains("alfa  30 added", "… and 22 more files; --verbose lists them")
                .hasLineCount(11);
    }

    @Test
    void saysWhereAnExportIs() {
        assertThat(said(false, report -> report.exported("{\"tenant\":\"alfa\",\"files\":[\"a\",\"b\"]}", "/tmp/x")))
                .isEqualTo("alfa: 2 files in /tmp/x/alfa\n");
    }

    @Test
    void listsProblemsOfARefusal() {
        assertThat(said(false, report -> report.refused("{\"detail\":\"Refused.\",\"problems\":[\"alfa/x: no\"]}")))
                .isEqualTo("Refused.\n  alfa/x: no\n");
        assertThat(said(false, report -> report.refused("not found"))).isEqualTo("not found\n");
    }

    private static String said(boolean verbose, Consumer<ManifestReport> saying) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        saying.accept(new ManifestReport(new PrintStream(out, true, StandardCharsets.UTF_8), verbose));
        return out.toString(StandardCharsets.UTF_8);
    }
}
