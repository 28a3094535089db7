// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What happens once the monolith is there, with a program in its place. */
@DisabledOnOs(OS.WINDOWS)
class SampleTenantsTests extends LauncherFixture {

    @Test
    void appliesTheSamplesOnceAndPrintsAddresses() throws Exception {
        stubs();
        Path manifest = folder.resolve("tenants/uno/tenant.yaml");
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, "slug: uno\n");
        Path recipe = manifest.resolveSibling("comparison/import.yaml");
        Files.createDirectories(recipe.getParent());
        Files.writeString(recipe, "found: \"../found-%s\"\n".formatted(folder.getFileName()));
        Path found = Files.createDirectory(folder.resolveSibling("found-" + folder.getFileName()));

        Process first = up("monolith,gateway");
        awaitReady();
        assertThat(text()).contains("tenants     ready").contains("http://uno.cabildo.localhost:" + PORTS[5] + "/");
        assertThat(text()).doesNotContain("dos.cabildo.localhost");
        children("monolith").getFirst().destroyForcibly();
        await("the monolith comes back", () -> text().contains("monolith    is back"));
        assertThat(operator("diff", "tenants"))
                .contains("GET /actuator/manifests?dir=")
                .contains("tenants");
        stop(first);
        assertThat(operator("diff", "tenants")).contains("Cabildo does not run");

        Files.writeString(manifest, "slug: uno\nname: Uno\n");
        Process second = up("monolith,gateway");
        awaitReady();
        stop(second);
        assertThat(text()).contains("have changed since they were applied: ./cabildo apply tenants");
        String log = Files.readString(folder.resolve("data/logs/monolith.log"));
        assertThat(log.split("POST /actuator/manifests", -1)).hasSize(2);
        assertThat(log.split("POST /actuator/figures/uno", -1)).hasSize(2);
        Files.delete(found);
    }

    private void stubs() throws IOException {
        StubJars.writeMonolith(folder.resolve("modules/app/target/cabildo-app-0.1.0-SNAPSHOT.jar"), "select 1");
        StubJars.writeGateway(folder.resolve("gateway/target/cabildo-gateway-0.1.0-SNAPSHOT.jar"));
    }

    /** What a command of the operator says. */
    private String operator(String... words) throws Exception {
        List<String> command = new ArrayList<>(command("").subList(0, 6));
        command.addAll(List.of(words));
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment());
        builder.environment().put("CABILDO_PWD", folder.toString());
        builder.start().waitFor();
        return Files.readString(said);
    }
}
