// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.cabildo.platform.files.FileRefused.Reason;

/**
 * Refuses PDF that does something: JavaScript, launch and rendition actions, rich media, XFA forms; and encrypted PDF,
 * in which these could hide. Looks for the names of ISO 32000, with their {@code #xx} escapes resolved, everywhere in
 * the file and inside compressed object streams, since readers find objects by offset and not by structure. The file
 * is mapped, not loaded, and streams are inflated within a limit.
 */
final class PdfCheck {

    private static final int LARGEST_OBJECT_STREAM = 16 * 1024 * 1024;
    private static final long ALL_OBJECT_STREAMS = 256L * 1024 * 1024;

    private final PdfNames names = new PdfNames();
    private long inflated;

    private PdfCheck() {}

    static void refuseActive(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            new PdfCheck().scan(channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
        }
    }

    private void scan(MemorySegment file) {
        long size = file.byteSize();
        boolean announced = false;
        for (long at = 0; at < size; at++) {
            byte c = file.get(ValueLayout.JAVA_BYTE, at);
            if (c == '/') {
                announced |= names.see(i -> i >= 0 && i < size ? file.get(ValueLayout.JAVA_BYTE, i) : -1, at)
                        .equals("ObjStm");
            } else if (c == 's' && isStream(file, at)) {
                if (announced) {
                    objectStream(file, at + 6);
                }
                announced = false;
            }
        }
    }

    private static boolean isStream(MemorySegment file, long at) {
        if (at + 9 > file.byteSize() || at > 2 && file.get(ValueLayout.JAVA_BYTE, at - 1) == 'd') {
            return false;
        }
        byte[] word = file.asSlice(at, 7).toArray(ValueLayout.JAVA_BYTE);
        String text = new String(word, StandardCharsets.ISO_8859_1);
        return text.equals("stream\r") || text.equals("stream\n");
    }

    /** Objects in a stream: inflated here, or plain and so read with the rest of the file; no other filter passes. */
    private void objectStream(MemorySegment file, long lineEnd) {
        long data = file.get(ValueLayout.JAVA_BYTE, lineEnd) == '\r' ? lineEnd + 2 : lineEnd + 1;
        int first = file.get(ValueLayout.JAVA_BYTE, data);
        if (first >= '0' && first <= '9' && !zlib(file, data)) {
            return;
        }
        byte[] objects = inflate(file, data);
        for (int at = 0; at < objects.length; at++) {
            if (objects[at] == '/') {
                names.see(i -> i >= 0 && i < objects.length ? objects[(int) i] : -1, at);
            }
        }
    }

    /** The two bytes that open zlib data (RFC 1950). */
    private static boolean zlib(MemorySegment file, long at) {
        int method = file.get(ValueLayout.JAVA_BYTE, at) & 0xff;
        int flags = at + 1 < file.byteSize() ? file.get(ValueLayout.JAVA_BYTE, at + 1) & 0xff : 0;
        return (method & 0x0f) == 8 && (method * 256 + flags) % 31 == 0;
    }

    private byte[] inflate(MemorySegment file, long from) {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        try {
            inflater.setInput(file.asSlice(from).asByteBuffer());
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0) {
                    break;
                }
                out.write(buffer, 0, count);
                inflated += count;
                if (out.size() > LARGEST_OBJECT_STREAM || inflated > ALL_OBJECT_STREAMS) {
                    throw new FileRefused(Reason.UNREADABLE);
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new FileRefused(Reason.UNREADABLE, e);
        } finally {
            inflater.end();
        }
    }
}
