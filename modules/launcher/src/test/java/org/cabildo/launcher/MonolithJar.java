// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar with the shape of the monolith's, holding nothing but the roles script. */
final class MonolithJar {

    private MonolithJar() {}

    static void write(Path jar, String script) throws IOException {
        Files.createDirectories(jar.getParent());
        ByteArrayOutputStream platform = new ByteArrayOutputStream();
        try (ZipOutputStream inner = new ZipOutputStream(platform)) {
            entry(inner, "META-INF/other.txt", "other".getBytes(StandardCharsets.UTF_8));
            entry(inner, "db/bootstrap/bootstrap.sql", script.getBytes(StandardCharsets.UTF_8));
        }
        try (ZipOutputStream outer = new ZipOutputStream(Files.newOutputStream(jar))) {
            entry(outer, "BOOT-INF/lib/another-1.0.jar", new byte[] {1, 2, 3});
            entry(outer, "BOOT-INF/lib/cabildo-platform-0.1.0-SNAPSHOT.jar", platform.toByteArray());
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
