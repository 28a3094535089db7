// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemFileStoreTests extends FileStoreContract {

    @TempDir
    static Path directory;

    private final FileStore store = new FileSystemFileStore(directory, 0);

    @Override
    FileStore store() {
        return store;
    }

    @Test
    void leavesNothingBehindOnAFullDisk() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "needs /dev/full, which answers as a full disk does");
        FileStore onFullDisk = new FileSystemFileStore(directory, 0) {
            @Override
            FileChannel create(Path temporary) throws IOException {
                Files.createFile(temporary);
                return FileChannel.open(full, StandardOpenOption.WRITE);
            }
        };
        FileKey key = FileKey.fresh("news", FileType.PDF);

        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> onFullDisk.put(LEFT, key, new ByteArrayInputStream(bytes(100_000)), 100_000))
                .matches(e -> e.reason() == FileStoreException.Cause.FULL);
        assertThat(files()).isEmpty();
        store.put(LEFT, key, new ByteArrayInputStream(bytes(10)), 10);
        assertThat(store.open(LEFT, key)).as("works again once there is space").isPresent();
    }

    @Test
    void refusesBeforeTheReserveIsTouched() {
        FileStore reserved = new FileSystemFileStore(directory, Long.MAX_VALUE / 2);

        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() ->
                        reserved.put(LEFT, FileKey.fresh("a", FileType.PDF), new ByteArrayInputStream(bytes(1)), 1))
                .matches(e -> e.reason() == FileStoreException.Cause.FULL);
    }

    @Test
    void removesWhatACrashLeftBehind() throws IOException {
        Path abandoned = Files.writeString(directory.resolve(".partial/old"), "half");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path inProgress = Files.writeString(directory.resolve(".partial/new"), "half");

        new FileSystemFileStore(directory, 0);

        assertThat(abandoned).doesNotExist();
        assertThat(inProgress).exists();
        Files.delete(inProgress);
    }

    @Test
    void keepsFilesInsideItsDirectory() {
        FileKey key = put(LEFT, "news", FileType.PDF, bytes(1));

        assertThat(files())
                .singleElement()
                .asString()
                .endsWith("t11/news/" + key.id().substring(0, 2) + "/" + key.leaf());
    }

    private static Stream<Path> list() throws IOException {
        return Files.walk(directory).filter(Files::isRegularFile);
    }

    private static List<Path> files() {
        try (Stream<Path> files = list()) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
