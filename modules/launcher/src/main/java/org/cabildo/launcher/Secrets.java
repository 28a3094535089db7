// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;

/** Random passwords of one installation, made on first use and kept in a file that only its owner can read. */
final class Secrets {

    /** No letters that are taken for one another: the demo password is typed by people. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    Secrets(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
    }

    /** The secret of that name; made and stored the first time. */
    synchronized String of(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = random(4, 6, "");
        return store(name, made);
    }

    /** A secret that people type: short groups, enough entropy for a demo that listens on this machine. */
    synchronized String typedByPeople(String name) {
        String known = values.getProperty(name);
        return known != null ? known : store(name, "Cabildo-" + random(2, 4, "-") + "-" + (10 + random.nextInt(90)));
    }

    private String random(int groups, int length, String separator) {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < groups; group++) {
            text.append(group == 0 ? "" : separator);
            random.ints(length, 0, LETTERS.length()).forEach(index -> text.append(LETTERS.charAt(index)));
        }
        return text.toString();
    }

    private String store(String name, String value) {
        values.setProperty(name, value);
        try {
            write();
        } catch (IOException e) {
            throw new LaunchException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return value;
    }

    private void write() throws IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
            values.store(writer, "Passwords of this embedded installation. Delete only together with the data.");
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
