// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the build of this module left beside its classes: where programs lie that are not on the class path. They are
 * found from the place of this class, so the class must come from a build of the repository on this machine.
 */
final class BuildOutput {

    private BuildOutput() {}

    /** The class path of OpenSearch's own process, with this class's own place in front. */
    static String opensearchClassPath() {
        return place() + File.pathSeparator + read("opensearch.classpath");
    }

    static Path keycloakZip() {
        return Path.of(read("keycloak.path"));
    }

    private static String read(String name) {
        Path file = target().resolve(name);
        try {
            String text = Files.readString(file).strip();
            Stream.of(text.split(File.pathSeparator))
                    .map(Path::of)
                    .filter(path -> !Files.exists(path))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new LaunchException(
                                missing + " is gone; build again: ./mvnw -pl modules/launcher package");
                    });
            return text;
        } catch (IOException e) {
            throw new LaunchException("cannot read " + file + "; build again: ./mvnw -pl modules/launcher package", e);
        }
    }

    /** The script names it, because it runs a copy of the jar. */
    private static Path target() {
        String given = System.getProperty("cabildo.launcher.target", "");
        return given.isEmpty() ? place().getParent() : Path.of(given);
    }

    private static Path place() {
        try {
            return Path.of(BuildOutput.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
