// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last directory on disk, so that a gateway that starts before the monolith knows whose page to show. */
class DirectoryFile {

    private static final Logger log = LoggerFactory.getLogger(DirectoryFile.class);

    private final Path file;

    DirectoryFile(Path folder) {
        this.file = folder.resolve("sites.json");
    }

    Optional<byte[]> read() {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            log.warn("The kept site directory cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    void write(byte[] json) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling("sites.json.next");
            Files.write(next, json);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            log.warn("The site directory cannot be kept: {}", e.toString());
        }
    }
}
