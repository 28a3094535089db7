// SPDX-License-Identifier: Apache-2.0
package org.cabildo.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Source files of the modules that make up the application, by path below {@code modules/}. */
final class Sources {

    private static final Path MODULES = Files.exists(Path.of("modules/app")) ? Path.of("modules") : Path.of("..");

    private Sources() {}

    /** Texts of the files with an ending in a folder of every module's main sources. */
    static Map<String, String> below(String folder, String ending) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> modules = Files.list(MODULES)) {
            for (Path module : modules.filter(Sources::partOfTheApplication).toList()) {
                Path root = module.resolve("src/main").resolve(folder);
                if (Files.isDirectory(root)) {
                    read(root, ending, texts);
                }
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return texts;
    }

    private static boolean partOfTheApplication(Path module) {
        String name = module.getFileName().toString();
        return Files.exists(module.resolve("pom.xml")) && !name.equals("launcher") && !name.equals("testkit");
    }

    private static void read(Path root, String ending, Map<String, String> texts) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.put(MODULES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
    }
}
