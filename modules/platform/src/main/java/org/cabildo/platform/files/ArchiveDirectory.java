// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cabildo.platform.files.FileRefused.Reason;

/**
 * Reads the central directory of a ZIP archive by itself, without building anything from it: how many entries there
 * are, and whether any is a link, encrypted, or named so as to leave the archive. The archive must begin with its
 * first entry and end with its directory, so that it cannot be something else too.
 */
final class ArchiveDirectory {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LARGEST = 16 * 1024 * 1024;

    private ArchiveDirectory() {}

    static void check(Path file, int maxEntries, long maxUnpacked) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer tail = read(channel, Math.max(0, channel.size() - END_LENGTH - 0xffff), END_LENGTH + 0xffff);
            int end = tail.limit() - END_LENGTH;
            while (end >= 0 && !(tail.getInt(end) == END && (tail.getShort(end + 20) & 0xffff) == after(tail, end))) {
                end--;
            }
            if (end < 0) {
                throw new FileRefused(Reason.UNREADABLE);
            }
            int entries = tail.getShort(end + 10) & 0xffff;
            long length = tail.getInt(end + 12) & 0xffffffffL;
            long start = tail.getInt(end + 16) & 0xffffffffL;
            if (entries > maxEntries || length > LARGEST) {
                throw new FileRefused(Reason.ARCHIVE_TOO_LARGE, maxEntries, maxUnpacked / 1_048_576);
            }
            if (start + length != channel.size() - (tail.limit() - end)) {
                throw new FileRefused(Reason.ARCHIVE_UNSAFE);
            }
            entries(read(channel, start, (int) length), entries);
        }
    }

    private static int after(ByteBuffer tail, int end) {
        return tail.limit() - end - END_LENGTH;
    }

    private static void entries(ByteBuffer directory, int count) {
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_LENGTH > directory.limit() || directory.getInt(at) != ENTRY) {
                throw new FileRefused(Reason.UNREADABLE);
            }
            int name = directory.getShort(at + 28) & 0xffff;
            int rest = (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
            if (at + ENTRY_LENGTH + name + rest > directory.limit()) {
                throw new FileRefused(Reason.UNREADABLE);
            }
            if ((directory.getShort(at + 8) & 1) != 0) {
                throw new FileRefused(Reason.ENCRYPTED);
            }
            int mode = directory.getInt(at + 38) >>> 16;
            boolean ordinary = (mode & 0xf000) == 0 || (mode & 0xf000) == 0x8000 || (mode & 0xf000) == 0x4000;
            byte[] text = new byte[name];
            directory.get(at + ENTRY_LENGTH, text);
            if (!ordinary || leaves(new String(text, StandardCharsets.UTF_8))) {
                throw new FileRefused(Reason.ARCHIVE_UNSAFE);
            }
            at += ENTRY_LENGTH + name + rest;
        }
        if (at != directory.limit()) {
            throw new FileRefused(Reason.ARCHIVE_UNSAFE);
        }
    }

    private static boolean leaves(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.indexOf('\0') >= 0
                || path.matches("(?s)[A-Za-z]:.*")
                || ("/" + path + "/").contains("/../");
    }

    private static ByteBuffer read(FileChannel channel, long position, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, channel.size() - position))
                .order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // until full
        }
        return buffer.flip();
    }
}
