// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar with the shape of the monolith's, holding the roles script, and a program that stands for it. */
final class StubJars {

    private StubJars() {}

    static void writeMonolith(Path jar, String script) throws IOException {
        Files.createDirectories(jar.getParent());
        ByteArrayOutputStream platform = new ByteArrayOutputStream();
        try (ZipOutputStream inner = new ZipOutputStream(platform)) {
            entry(inner, "META-INF/other.txt", "other".getBytes(StandardCharsets.UTF_8));
            entry(inner, "db/bootstrap/bootstrap.sql", script.getBytes(StandardCharsets.UTF_8));
        }
        try (ZipOutputStream outer = new ZipOutputStream(Files.newOutputStream(jar))) {
            program(outer, "another-1.0.jar", "cabildo-platform-0.1.0-SNAPSHOT.jar");
            entry(outer, "BOOT-INF/lib/another-1.0.jar", new byte[] {1, 2, 3});
            entry(outer, "BOOT-INF/lib/cabildo-platform-0.1.0-SNAPSHOT.jar", platform.toByteArray());
        }
    }

    /** A jar with the shape of the gateway's. */
    static void writeGateway(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (ZipOutputStream outer = new ZipOutputStream(Files.newOutputStream(jar))) {
            program(outer);
        }
    }

    private static void program(ZipOutputStream zip, String... libraries) throws IOException {
        String manifest = "Manifest-Version: 1.0\nStart-Class: " + StubProgram.class.getName() + "\n";
        entry(zip, "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
        StringBuilder index = new StringBuilder();
        for (String library : libraries) {
            index.append("- \"BOOT-INF/lib/").append(library).append("\"\n");
        }
        entry(zip, "BOOT-INF/classpath.idx", index.toString().getBytes(StandardCharsets.UTF_8));
        String name = StubProgram.class.getName().replace('.', '/') + ".class";
        try (InputStream code = StubProgram.class.getResourceAsStream("/" + name)) {
            entry(zip, "BOOT-INF/classes/" + name, Objects.requireNonNull(code).readAllBytes());
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
