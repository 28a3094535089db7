// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleKind;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.ManifestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleFileTests {

    private static final Path TENANTS = Path.of("../../tenants");

    static Stream<Path> sampleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(TENANTS)) {
            return files.filter(file -> file.toString().matches(".*/content/.*\\.md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sampleFiles")
    void writesTheBytesThatItRead(Path file) throws IOException {
        Path tenant = TENANTS.resolve(TENANTS.relativize(file).getName(0));
        String manifest = Files.readString(tenant.resolve("tenant.yaml"));
        ZoneId zone = ZoneId.of(
                CanonicalYaml.read("tenant.yaml", manifest).get("zone").toString());
        String text = Files.readString(file);

        Article article = ArticleFile.read(tenant.relativize(file).toString(), text);

        assertThat(ArticleFile.write(article, zone)).isEqualTo(text);
        assertThat(ArticleFile.path(article)).isEqualTo(tenant.relativize(file).toString());
    }

    @Test
    void readsAndWritesEveryKey() {
        String text = """
                ---
                title: "Informe: marzo"
                summary: Todo.
                menu: true
                order: 3
                published: "2026-11-03T09:00:00-04:00"
                updated: "2026-11-04T09:00:00-04:00"
                image: plaza.jpg
                attachments:
                  - file: informe.pdf
                    title: Informe completo
                ---

                ## Texto

                Fin.
                """;
        Article article = ArticleFile.read("content/pages/informe.es.md", text);
        assertThat(article.kind()).isEqualTo(ArticleKind.PAGE);
        assertThat(article.attachments()).containsExactly(new Article.Attached("informe.pdf", "Informe completo"));
        assertThat(ArticleFile.write(article, ZoneId.of("America/La_Paz"))).isEqualTo(text);
    }

    @Test
    void keepsDraftsWithoutATime() {
        String text = "---\ntitle: A\nsummary: B\n---\n\nC\n";
        Article article = ArticleFile.read("content/news/2026-01-02-a.es.md", text);
        assertThat(article.published()).isNull();
        assertThat(ArticleFile.write(article, ZoneId.of("UTC"))).isEqualTo(text);
    }

    @Test
    void saysEverythingThatIsWrong() {
        String text = "---\ntitle: \"\"\nsummary: B\npublished: mañana\ncolor: rojo\n---\n\nC\n";
        assertThatExceptionOfType(ManifestRefused.class)
                .isThrownBy(() -> ArticleFile.read("content/news/sin-fecha.es.md", text))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(4));
    }

    @Test
    void refusesFilesInOtherPlaces() {
        for (String path : List.of("content/pages/A.es.md", "content/otros/a.es.md", "content/pages/a.md")) {
            assertThatExceptionOfType(ManifestRefused.class)
                    .isThrownBy(() -> ArticleFile.read(path, "---\ntitle: A\nsummary: B\n---\n\nC\n"));
        }
    }
}
