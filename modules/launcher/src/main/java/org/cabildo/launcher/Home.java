// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders of one embedded installation.
 *
 * @param root the checkout: where the {@code cabildo} script and {@code tenants/} are
 * @param data everything that the installation writes; git-ignored
 * @param programs unpacked programs, which several installations may share
 */
record Home(Path root, Path data, Path programs) {

    /** What {@code --fresh} keeps: unpacked programs and the files of the run itself. */
    private static final Set<String> KEPT = Set.of("dist", "run", "playwright");

    Home {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        programs = programs.toAbsolutePath().normalize();
    }

    /** {@code CABILDO_ROOT}, {@code CABILDO_DATA} and {@code CABILDO_PROGRAMS}, each with its usual place. */
    static Home of(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("CABILDO_ROOT", ""));
        Path data = folder(environment, "CABILDO_DATA", root.resolve(".cabildo"));
        return new Home(root, data, folder(environment, "CABILDO_PROGRAMS", data.resolve("dist")));
    }

    private static Path folder(Map<String, String> environment, String variable, Path usual) {
        String given = environment.getOrDefault(variable, "");
        return given.isBlank() ? usual : Path.of(given);
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    Path opensearch() {
        return data.resolve("opensearch");
    }

    Path keycloak() {
        return data.resolve("keycloak");
    }

    Path gateway() {
        return data.resolve("gateway");
    }

    Path files() {
        return data.resolve("files");
    }

    Path mail() {
        return data.resolve("mail");
    }

    Path run() {
        return data.resolve("run");
    }

    Path secrets() {
        return data.resolve("secrets.properties");
    }

    Path log(String service) {
        return data.resolve("logs").resolve(service + ".log");
    }

    /** Says in one line why the data cannot be used, when they belong to somebody else. */
    void requireOwn() throws IOException {
        Files.createDirectories(data);
        for (Path folder : List.of(data, postgres(), run())) {
            if (Files.exists(folder) && !Files.isWritable(folder)) {
                throw new LaunchException(folder + " belongs to " + Files.getOwner(folder)
                        + ". Start as that user, delete it, or set CABILDO_DATA to another folder.");
            }
        }
    }

    /** Forgets everything but the unpacked programs. */
    void wipe() throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        try (Stream<Path> entries = Files.list(data)) {
            for (Path entry : entries.toList()) {
                if (!KEPT.contains(entry.getFileName().toString())) {
                    delete(entry);
                }
            }
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
