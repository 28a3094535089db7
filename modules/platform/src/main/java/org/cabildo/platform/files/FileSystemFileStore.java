// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cabildo.platform.TenantId;

/**
 * Files in a directory: {@code t<tenant>/<area>/<two digits>/<key>}. A file is written under {@code .partial}, forced
 * to the disk and renamed, so that a crash leaves either the whole file or none.
 */
class FileSystemFileStore implements FileStore {

    private static final Duration ABANDONED = Duration.ofHours(24);

    private final Path root;
    private final Path partial;
    private final long reserve;

    /** @param reserve bytes to leave free, so that uploads never take the disk from the database */
    FileSystemFileStore(Path root, long reserve) {
        this.root = root.toAbsolutePath().normalize();
        this.partial = this.root.resolve(".partial");
        this.reserve = reserve;
        try {
            Files.createDirectories(partial);
            dropAbandoned();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the files directory " + this.root, e);
        }
    }

    @Override
    public void put(TenantId tenant, FileKey key, InputStream content, long length) {
        Path target = path(tenant, key);
        Path temporary = partial.resolve(UUID.randomUUID().toString());
        try {
            requireSpace(length);
            write(temporary, content, length);
            Files.createDirectories(target.getParent());
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(target.getParent());
        } catch (IOException e) {
            throw failure("Cannot store a file", e);
        } finally {
            discard(temporary);
        }
    }

    @Override
    public Optional<StoredFile> open(TenantId tenant, FileKey key) {
        Path path = path(tenant, key);
        try {
            return Optional.of(stored(key, path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure("Cannot open a file", e);
        }
    }

    @Override
    public boolean delete(TenantId tenant, FileKey key) {
        try {
            return Files.deleteIfExists(path(tenant, key));
        } catch (IOException e) {
            throw failure("Cannot delete a file", e);
        }
    }

    @Override
    public Stream<StoredFile> list(TenantId tenant, String prefix) {
        int slash = prefix.indexOf('/');
        return children(home(tenant))
                .filter(area ->
                        slash < 0 ? name(area).startsWith(prefix) : name(area).equals(prefix.substring(0, slash)))
                .flatMap(area -> children(area)
                        .flatMap(FileSystemFileStore::children)
                        .map(file -> new FileKey(name(area) + "/" + name(file)))
                        .filter(key -> key.value().startsWith(prefix))
                        .sorted())
                .flatMap(key -> open(tenant, key).stream());
    }

    @Override
    public long deleteAll(TenantId tenant) {
        long count = 0;
        Path home = home(tenant);
        if (!Files.exists(home)) {
            return 0;
        }
        try (Stream<Path> walk = Files.walk(home)) {
            for (Path path : (Iterable<Path>) walk.sorted(Comparator.reverseOrder())::iterator) {
                count += Files.isRegularFile(path) ? 1 : 0;
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failure("Cannot delete a tenant's files", e);
        }
        return count;
    }

    /** Opens the file that is being written; a test replaces it to meet a full disk. */
    FileChannel create(Path temporary) throws IOException {
        return FileChannel.open(temporary, CREATE_NEW, WRITE);
    }

    private void write(Path temporary, InputStream content, long length) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        ExactStream exact = new ExactStream(content, length);
        try (FileChannel channel = create(temporary)) {
            if (length == 0) {
                exact.requireEnd();
            }
            for (int read = exact.read(buffer); read >= 0; read = exact.read(buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        } catch (IOException e) {
            if (exact.broken()) {
                throw FileStoreException.incomplete(e);
            }
            throw e;
        }
    }

    private void requireSpace(long length) throws IOException {
        if (Files.getFileStore(root).getUsableSpace() < length + reserve) {
            throw new FileStoreException(
                    FileStoreException.Cause.FULL, "The files directory has too little space left", null);
        }
    }

    private FileStoreException failure(String message, Exception cause) {
        String text = String.valueOf(cause.getMessage());
        boolean full = text.contains("No space left") || text.contains("quota exceeded");
        return new FileStoreException(
                full ? FileStoreException.Cause.FULL : FileStoreException.Cause.UNAVAILABLE, message, cause);
    }

    private static StoredFile stored(FileKey key, Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        Instant at = attributes.lastModifiedTime().toInstant();
        return new StoredFile(key, attributes.size(), at, () -> Files.newInputStream(path, READ));
    }

    private Path home(TenantId tenant) {
        return root.resolve("t" + tenant.value());
    }

    private Path path(TenantId tenant, FileKey key) {
        return home(tenant)
                .resolve(key.area())
                .resolve(key.id().substring(0, 2))
                .resolve(key.leaf());
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static Stream<Path> children(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> sorted = entries.sorted().toList();
            return sorted.stream();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new FileStoreException(FileStoreException.Cause.UNAVAILABLE, "Cannot list files", e);
        }
    }

    /** Makes the rename itself durable; not every system lets a directory be opened. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(FileSystemFileStore.class.getName())
                    .log(System.Logger.Level.DEBUG, "Cannot force {0}", directory);
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            System.getLogger(FileSystemFileStore.class.getName())
                    .log(System.Logger.Level.WARNING, "Cannot remove {0}", temporary);
        }
    }

    private void dropAbandoned() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (Stream<Path> entries = Files.list(partial)) {
            for (Path path : (Iterable<Path>) entries::iterator) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(limit)) {
                    discard(path);
                }
            }
        }
    }
}
