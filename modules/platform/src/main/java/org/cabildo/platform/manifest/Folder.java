// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a tenant's manifest in memory, by path relative to the tenant's folder, with forward slashes. */
public final class Folder {

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /** Reads every file below a directory; links are not followed. */
    public static Folder read(Path directory) throws IOException {
        Folder folder = new Folder();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                folder.put(directory.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return folder;
    }

    /** Writes every file below a directory, which is made where absent. */
    public void write(Path directory) throws IOException {
        for (var file : files.entrySet()) {
            Path target = directory.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path));
    }

    public Optional<String> text(String path) {
        return bytes(path).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    public void put(String path, byte[] content) {
        files.put(path, content);
    }

    public void put(String path, String text) {
        put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The files whose path starts with a prefix, in the order of their paths. */
    public SortedMap<String, byte[]> below(String prefix) {
        return new TreeMap<>(files.subMap(prefix, prefix + Character.MAX_VALUE));
    }

    public SortedMap<String, byte[]> all() {
        return new TreeMap<>(files);
    }
}
