// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cabildo.platform.TenantId;

/**
 * A file that passed every check, in a temporary place until it is stored. Pictures are already re-encoded without
 * metadata, drawings sanitized. Close it, stored or not.
 */
public final class CheckedFile implements AutoCloseable {

    private final String name;
    private final FileType type;
    private final String sha256;
    private final List<Rendition> renditions;
    private final Path workplace;

    /** @param renditions the file itself first */
    CheckedFile(String name, FileType type, String sha256, List<Rendition> renditions, Path workplace) {
        this.name = name;
        this.type = type;
        this.sha256 = sha256;
        this.renditions = List.copyOf(renditions);
        this.workplace = workplace;
    }

    /** A name for people: the sender's, cleaned, with the extension of the real type. */
    public String name() {
        return name;
    }

    /** The type of what will be stored, which for pictures may differ from what was sent. */
    public FileType type() {
        return type;
    }

    /** SHA-256 of what will be stored, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public long length() {
        return size(renditions.getFirst().path());
    }

    /** Width of a picture in pixels, 0 for anything else. */
    public int width() {
        return renditions.getFirst().width();
    }

    /** Height of a picture in pixels, 0 for anything else. */
    public int height() {
        return renditions.getFirst().height();
    }

    /** The widths below {@link #width()} at which a picture is kept too, under the variants {@code w<width>}. */
    public SortedSet<Integer> widths() {
        SortedSet<Integer> widths = new TreeSet<>();
        renditions.stream().skip(1).forEach(rendition -> widths.add(rendition.width()));
        return widths;
    }

    /** Reads what will be stored. */
    public InputStream open() throws IOException {
        return Files.newInputStream(renditions.getFirst().path());
    }

    /** Keeps the file and its smaller sizes under a new key of the area; on failure none of them stays. */
    public FileKey store(FileStore store, TenantId tenant, String area) {
        FileKey key = FileKey.fresh(area, type);
        try {
            for (Rendition rendition : renditions) {
                put(store, tenant, named(key, rendition), rendition.path());
            }
        } catch (RuntimeException e) {
            withdraw(store, tenant, key, e);
            throw e;
        }
        return key;
    }

    @Override
    public void close() {
        discard(workplace);
    }

    static void discard(Path workplace) {
        try (Stream<Path> files = Files.list(workplace)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(workplace);
        } catch (IOException e) {
            System.getLogger(CheckedFile.class.getName())
                    .log(System.Logger.Level.WARNING, "Cannot remove {0}", workplace);
        }
    }

    private static FileKey named(FileKey key, Rendition rendition) {
        return rendition.variant().isEmpty() ? key : key.variant(rendition.variant());
    }

    private static void put(FileStore store, TenantId tenant, FileKey key, Path path) {
        try (InputStream content = Files.newInputStream(path)) {
            store.put(tenant, key, content, Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a checked file", e);
        }
    }

    private void withdraw(FileStore store, TenantId tenant, FileKey key, RuntimeException cause) {
        try {
            renditions.forEach(rendition -> store.delete(tenant, named(key, rendition)));
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a checked file", e);
        }
    }
}
