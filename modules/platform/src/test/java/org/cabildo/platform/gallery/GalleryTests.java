// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws every shape of page into {@code target/gallery}; open {@code index.html} there through any web server. */
class GalleryTests {

    private static final Path MODULE =
            Files.exists(Path.of("modules/platform")) ? Path.of("modules/platform") : Path.of("");
    private static final Path OUT = MODULE.resolve("target/gallery");
    private static final Pattern FORBIDDEN = Pattern.compile("<[^>]+ (style|on[a-z]+)=|<style|<script(?![^>]+src=)");
    private static final Pattern ICON = Pattern.compile("icons\\.svg#([a-z-]+)");
    private static final Set<String> SPRITE = sprite();
    private static final TemplateEngine ENGINE = engine();

    private static TemplateEngine engine() {
        var engine = TemplateEngine.create(
                new Both(
                        new DirectoryCodeResolver(MODULE.resolve("src/main/resources/jte")),
                        new DirectoryCodeResolver(MODULE.resolve("src/test/resources/gallery/jte"))),
                MODULE.resolve("target/gallery-classes"),
                ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }

    private static Set<String> sprite() {
        try {
            String symbols = Files.readString(MODULE.resolve("src/main/resources/static/platform/icons.svg"));
            return Pattern.compile("symbol id=\"([^\"]+)\"")
                    .matcher(symbols)
                    .results()
                    .map(symbol -> symbol.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void drawsAPageWithinItsBudget(Sample sample) throws IOException {
        var output = new StringOutput();
        ENGINE.render("gallery/" + sample.template() + ".jte", Map.of("v", sample.view()), output);
        String html = output.toString();
        Files.createDirectories(OUT);
        Files.writeString(OUT.resolve(sample.name() + ".html"), html);

        assertThat(html.length()).as("bytes of HTML").isLessThan(30_000);
        assertThat(html.stripLeading().startsWith("<!doctype html>"))
                .as("starts with the doctype")
                .isTrue();
        assertThat(FORBIDDEN.matcher(html).find())
                .as("what the content security policy forbids")
                .isFalse();
        assertThat(ICON.matcher(html).results().map(icon -> icon.group(1)).distinct())
                .as("icons of the sprite")
                .isSubsetOf(SPRITE);
        assertThat(html.split("<h1[ >]", -1))
                .as("one heading of the first level")
                .hasSize(2);
    }

    @Test
    void copiesTheStaticFilesBesideThePages() throws IOException {
        copy(MODULE.resolve("src/main/resources/static"), OUT.resolve("static"));
        copy(MODULE.resolve("src/test/resources/gallery/themes"), OUT.resolve("themes"));
        var links = new StringBuilder("<!doctype html><html lang=en><title>Gallery</title><ul>");
        Samples.all().forEach(s -> links.append("<li><a href=\"%1$s.html\">%1$s</a>".formatted(s.name())));
        Files.createDirectories(OUT);
        Files.writeString(OUT.resolve("index.html"), links.append("</ul>"));
        assertThat(OUT.resolve("static/platform/site.css")).exists();
    }

    @Test
    void keepsStyleAndScriptWithinTheirBudget() throws IOException {
        assertThat(compressed("static/platform/site.css")).as("site.css").isLessThan(18_000);
        assertThat(compressed("static/platform/site.js")).as("site.js").isLessThan(5_000);
        assertThat(compressed("static/platform/icons.svg")).as("icons.svg").isLessThan(7_000);
        try (var fonts = Files.list(MODULE.resolve("src/main/resources/static/platform/fonts"))) {
            assertThat(fonts.filter(file -> file.toString().endsWith("-latin.woff2")))
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(33_000));
        }
    }

    private static int compressed(String path) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            Files.copy(MODULE.resolve("src/main/resources").resolve(path), gzip);
        }
        return bytes.size();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    /** Templates of the platform first, then those of the gallery. */
    private record Both(CodeResolver first, CodeResolver second) implements CodeResolver {

        private CodeResolver owner(String name) {
            return first.exists(name) ? first : second;
        }

        @Override
        public String resolve(String name) {
            return owner(name).resolve(name);
        }

        @Override
        public boolean exists(String name) {
            return first.exists(name) || second.exists(name);
        }

        @Override
        public long getLastModified(String name) {
            return owner(name).getLastModified(name);
        }

        @Override
        public List<String> resolveAllTemplateNames() {
            return Stream.concat(first.resolveAllTemplateNames().stream(), second.resolveAllTemplateNames().stream())
                    .toList();
        }
    }
}
