// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports the published figures that lie beside the checkout into the sample networks whose recipes name their folder
 * under {@code found}. Where they are absent, the networks keep the small compilation of their manifests. Done once.
 */
final class SampleFigures {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FOUND = Pattern.compile("(?m)^found: \"?([^\"\\n]+?)\"?$");

    private final Path root;
    private final Path manifests;
    private final Path mark;
    private final Management management;
    private final Progress progress;

    SampleFigures(Installation installation, Management management, Progress progress) {
        this.root = installation.home().root();
        this.manifests = root.resolve("tenants");
        this.mark = installation.home().data().resolve("figures.imported");
        this.management = management;
        this.progress = progress;
    }

    /** Imports what was not imported by an earlier start. */
    void load() throws IOException {
        Set<String> done = new HashSet<>(Files.exists(mark) ? Files.readAllLines(mark) : List.of());
        for (Path recipe : recipes()) {
            String network = recipe.getParent().getParent().getFileName().toString();
            Matcher found = FOUND.matcher(Files.readString(recipe));
            if (done.contains(network) || !found.find()) {
                continue;
            }
            Path folder = root.resolve(found.group(1)).normalize();
            if (!Files.isDirectory(folder)) {
                progress.line("figures", network + " shows its own small compilation: there is no " + folder);
            } else if (load(network, folder)) {
                done.add(network);
                Files.write(mark, done.stream().sorted().toList(), StandardCharsets.UTF_8);
            }
        }
    }

    private boolean load(String network, Path folder) throws IOException {
        progress.line("figures", "importing " + network + " from " + folder);
        progress.doing("figures", "importing " + network);
        Http.Answer answer = management.importFigures(network, folder.toString(), false);
        if (!answer.ok()) {
            progress.given("figures");
            progress.line(
                    "figures",
                    network + " was not imported: the monolith answered " + answer.status() + "; ./cabildo import "
                            + network + " " + folder + " says why");
            return false;
        }
        JsonNode body = JSON.readTree(answer.body().startsWith("{") ? answer.body() : "{}");
        int figures = body.path("changes").path("figuresAdded").asInt()
                + body.path("changes").path("figuresChanged").asInt()
                + body.path("changes").path("figuresSame").asInt();
        progress.ready("figures", "%,d figures in %s".formatted(figures, network));
        return true;
    }

    private List<Path> recipes() throws IOException {
        if (!Files.isDirectory(manifests)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(manifests)) {
            return folders.map(folder -> folder.resolve("comparison/import.yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
