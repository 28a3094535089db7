// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.cabildo.harness.Installation;
import org.cabildo.platform.Actor;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestRefused;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tenants are data: every sample comes back from the store as it went in. */
@AppTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTests {

    private final Installation installation;
    private final Manifests manifests;

    @Autowired
    RoundTripTests(Installation installation, Manifests manifests) {
        this.installation = installation;
        this.manifests = manifests;
    }

    List<String> slugs() {
        return installation.slugs();
    }

    @Test
    void hasSamplesOfBothKindsAndThreeCountries() {
        assertThat(installation.each(site -> site.kind().name())).contains("MUNICIPALITY", "NETWORK");
        assertThat(installation.each(site -> site.country())).contains("BO", "MX", "AR");
        assertThat(slugs()).contains("lapaz", "elalto", "trinidad", "potosi", "cobija", "amb");
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void exportsEveryFileAsItWasApplied(String slug) {
        assertThat(texts(manifests.export(slug)))
                .isEqualTo(texts(installation.samples().get(slug)));
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void changesNothingWhenAppliedAgain(String slug) {
        Folder sample = installation.samples().get(slug);

        assertThat(manifests.diff(sample)).isEmpty();
        assertThat(manifests.apply(sample, Actor.SYSTEM)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void isTheSameAfterBeingEmptiedAndAppliedAgain(String slug) {
        Folder sample = installation.samples().get(slug);
        Folder bare = new Folder();
        bare.put("tenant.yaml", sample.text("tenant.yaml").orElseThrow());
        bare.put("theme/tokens.json", sample.text("theme/tokens.json").orElseThrow());
        manifests.apply(bare, Actor.SYSTEM);

        assertThat(manifests.apply(sample, Actor.SYSTEM)).isNotEmpty();
        assertThat(texts(manifests.export(slug))).isEqualTo(texts(sample));
    }

    @Test
    void showsAManualChange() {
        String file = "tenant.yaml";
        Folder changed = Installation.copy(installation.samples().get("lapaz"));
        changed.put(file, changed.text(file).orElseThrow().replace("contacto@lapaz.example", "otro@lapaz.example"));

        assertThat(manifests.diff(changed)).singleElement().satisfies(change -> {
            assertThat(change.tenant()).isEqualTo("lapaz");
            assertThat(change.file()).isEqualTo(file);
            assertThat(change.kind()).isEqualTo("changed");
            assertThat(change.lines()).contains("-  email: contacto@lapaz.example", "+  email: otro@lapaz.example");
        });
    }

    @Test
    void storesNothingOfAFolderThatIsRefused() {
        Folder wrong = Installation.copy(installation.samples().get("lapaz"));
        wrong.put("tenant.yaml", wrong.text("tenant.yaml").orElseThrow().replace("name: La Paz", "name: Otra Paz"));
        wrong.put("content/pages/cifras.es.md", "no front matter");

        assertThatThrownBy(() -> manifests.apply(wrong, Actor.SYSTEM)).isInstanceOf(ManifestRefused.class);
        assertThat(texts(manifests.export("lapaz")))
                .isEqualTo(texts(installation.samples().get("lapaz")));
        assertThat(installation.site("lapaz").name()).isEqualTo("La Paz");
    }

    /** Byte for byte, in a form whose differences can be read. */
    private static TreeMap<String, String> texts(Folder folder) {
        TreeMap<String, String> texts = new TreeMap<>();
        folder.all().forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.ISO_8859_1)));
        return texts;
    }
}
