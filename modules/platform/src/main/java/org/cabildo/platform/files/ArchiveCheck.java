// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.cabildo.platform.files.FileRefused.Reason;

/**
 * Examines ZIP archives and the office documents built on them. Every entry is unpacked to nowhere and counted, since
 * sizes in an archive are claims.
 */
final class ArchiveCheck {

    private static final Set<String> PROGRAMS = Set.of(
            "exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "jar",
            "lnk", "sh", "app", "apk", "html", "htm", "xhtml", "svg");
    private static final List<byte[]> ARCHIVES = List.of(
            new byte[] {'P', 'K', 3, 4},
            new byte[] {'P', 'K', 5, 6},
            new byte[] {0x1f, (byte) 0x8b},
            new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf},
            new byte[] {'R', 'a', 'r', '!'},
            new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z'},
            new byte[] {'B', 'Z', 'h'});

    private final FilesProperties.Archives limits;

    ArchiveCheck(FilesProperties.Archives limits) {
        this.limits = limits;
    }

    /** The office type that an archive is, examined, or {@link FileType#ZIP} for any other. */
    FileType recognize(Path file) throws IOException {
        ArchiveDirectory.check(file, limits.maxEntries(), limits.maxUnpacked().toBytes());
        try (ZipFile archive = new ZipFile(file.toFile())) {
            FileType type = OfficeCheck.recognize(archive);
            if (type != FileType.ZIP) {
                unpack(archive, file, false);
                OfficeCheck.refuseActive(archive);
            }
            return type;
        } catch (ZipException e) {
            throw new FileRefused(Reason.UNREADABLE, e);
        }
    }

    /** Examines a plain archive, which {@link #recognize} has seen already. */
    void checkArchive(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            unpack(archive, file, true);
        } catch (ZipException e) {
            throw new FileRefused(Reason.UNREADABLE, e);
        }
    }

    private void unpack(ZipFile archive, Path file, boolean plain) throws IOException {
        long packed = Files.size(file);
        long unpacked = 0;
        byte[] buffer = new byte[64 * 1024];
        Enumeration<? extends ZipEntry> entries = archive.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (plain && PROGRAMS.contains(extension(entry.getName()))) {
                throw new FileRefused(Reason.ARCHIVE_UNSAFE);
            }
            try (InputStream in = archive.getInputStream(entry)) {
                boolean first = true;
                for (int read = in.readNBytes(buffer, 0, buffer.length);
                        read > 0;
                        read = in.readNBytes(buffer, 0, buffer.length)) {
                    if (first && plain && isArchive(buffer, read)) {
                        throw new FileRefused(Reason.ARCHIVE_NESTED);
                    }
                    first = false;
                    unpacked += read;
                    requireWithinLimits(packed, unpacked);
                }
            }
        }
    }

    private void requireWithinLimits(long packed, long unpacked) {
        long most = limits.maxUnpacked().toBytes();
        boolean bomb = unpacked > most / 10 && unpacked / Math.max(1, packed) > limits.maxRatio();
        if (unpacked > most || bomb) {
            throw new FileRefused(Reason.ARCHIVE_TOO_LARGE, limits.maxEntries(), most / 1_048_576);
        }
    }

    private static boolean isArchive(byte[] bytes, int length) {
        return ARCHIVES.stream()
                .anyMatch(magic ->
                        length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
