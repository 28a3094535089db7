// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A Spring Boot jar as a folder of ordinary jars, as images have it too. Run from the jar itself, virtual threads that
 * load classes at the same time can wait for each other for good (spring-boot#51463); unpacked it also starts sooner.
 */
final class UnpackedJar {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String INDEX = "BOOT-INF/classpath.idx";

    private static final String STAMP = "unpacked";

    private UnpackedJar() {}

    /** Unpacks the jar unless the folder has it already. */
    static void unpack(Path jar, Path folder) throws IOException {
        Path stamp = folder.resolve(STAMP);
        String mark = Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
        if (Files.exists(stamp) && Files.readAllLines(stamp).getFirst().equals(mark)) {
            return;
        }
        Home.delete(folder);
        try (JarFile file = new JarFile(jar.toFile())) {
            unpack(file, folder);
            String main = file.getManifest().getMainAttributes().getValue("Start-Class");
            Files.write(stamp, List.of(mark, String.join(File.pathSeparator, classPath(file, folder)), main));
        }
    }

    /** What {@code java} needs to run what was unpacked: the class path and the main class. */
    static List<String> arguments(Path folder) throws IOException {
        List<String> unpacked = Files.readAllLines(folder.resolve(STAMP));
        return List.of("-cp", unpacked.get(1), unpacked.get(2));
    }

    private static void unpack(JarFile file, Path folder) throws IOException {
        for (JarEntry entry : file.stream().toList()) {
            String name = entry.getName();
            if (!entry.isDirectory() && name.startsWith("BOOT-INF/")) {
                Path target = folder.resolve(name).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(name + " lies outside of its folder");
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    }

    /** The classes, then the libraries in the order in which the build had them. */
    private static List<String> classPath(JarFile file, Path folder) throws IOException {
        List<String> path = new ArrayList<>(List.of(folder.resolve(CLASSES).toString()));
        try (InputStream in = file.getInputStream(file.getEntry(INDEX))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("^- \"|\"$", ""))
                    .map(library -> folder.resolve(library).toString())
                    .forEach(path::add);
        }
        return path;
    }
}
