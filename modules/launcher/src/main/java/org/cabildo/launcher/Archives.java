// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a program once, safely against an interruption and against another launcher that does the same. */
final class Archives {

    /** Fills an empty folder. */
    @FunctionalInterface
    interface Filling {
        void into(Path folder) throws IOException, InterruptedException;
    }

    private Archives() {}

    /** Makes {@code target} by filling a folder beside it and renaming it whole; nothing happens if it exists. */
    static void once(Path target, Filling filling) throws IOException, InterruptedException {
        if (Files.isDirectory(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path lock = target.resolveSibling(target.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assert held.isValid();
            if (Files.isDirectory(target)) {
                return;
            }
            Path part = target.resolveSibling(target.getFileName() + ".part");
            Home.delete(part);
            Files.createDirectories(part);
            filling.into(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Leaves out the archive's single top folder. */
    static void unzipWithoutTop(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                int top = entry.getName().indexOf('/');
                Path path = inside(folder, entry.getName().substring(top + 1));
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void untarXz(InputStream xz, Path folder) throws IOException {
        try (TarArchiveInputStream in = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(xz)))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                extract(in, entry, inside(folder, entry.getName()));
            }
        }
    }

    private static void extract(InputStream in, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
        boolean executable = (entry.getMode() & 0111) != 0;
        if (executable && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("entry outside its archive: " + name);
        }
        return path;
    }
}
