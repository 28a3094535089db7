// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sample networks' recipes, and the published figures that lie beside the checkout where somebody put them. */
public final class Samples {

    public static final Path TENANTS = Path.of("../../tenants");

    private static final Path FIGURES = Path.of("../../../shared/data/sdg");

    private Samples() {}

    public static Recipe recipe(String network) {
        try {
            return RecipeFile.read(Files.readString(TENANTS.resolve(network).resolve(RecipeFile.PATH)));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The folder of a country's published figures; the test is skipped where it is absent. */
    public static Path figures(String country) {
        Path folder = FIGURES.resolve(country);
        assumeTrue(Files.isDirectory(folder), "the published figures of " + country + " are not in " + folder);
        return folder;
    }

    /** A copy of the files of a folder that may be damaged. */
    public static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
            return to;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
