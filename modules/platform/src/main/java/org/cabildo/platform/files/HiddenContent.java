// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Refuses pictures that are something else too: a page, a script, a PDF or an archive. Encoding again would remove
 * these, but whoever sends them means no picture. Plain trailing data passes, because cameras add it.
 */
final class HiddenContent {

    private static final List<byte[]> MARKS = List.of(
            ascii("<script"),
            ascii("<html"),
            ascii("<!doctype html"),
            ascii("<?php"),
            ascii("%pdf-"),
            ascii("<iframe"));
    private static final byte[] ARCHIVE_END = {'P', 'K', 5, 6};
    private static final int TAIL = 66_000;
    private static final int LONGEST = 16;

    private HiddenContent() {}

    static void refuse(Path file) throws IOException {
        long size = Files.size(file);
        byte[] window = new byte[64 * 1024 + LONGEST];
        int kept = 0;
        long position = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(window, kept, window.length - kept);
                    read > 0;
                    read = in.read(window, kept, window.length - kept)) {
                int filled = kept + read;
                position += read;
                refuse(window, filled, position > size - TAIL);
                kept = Math.min(LONGEST, filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        }
    }

    private static void refuse(byte[] window, int length, boolean tail) {
        for (int i = 0; i < length; i++) {
            int at = i;
            boolean marked = (window[i] == '<' || window[i] == '%')
                    && MARKS.stream().anyMatch(mark -> matches(window, length, at, mark));
            if (marked || tail && window[i] == 'P' && matchesExactly(window, length, i)) {
                throw new FileRefused(FileRefused.Reason.ACTIVE_CONTENT);
            }
        }
    }

    private static boolean matches(byte[] window, int length, int at, byte[] mark) {
        if (at + mark.length > length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            int c = window[at + i];
            int lower = c >= 'A' && c <= 'Z' ? c + 32 : c;
            if (lower != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesExactly(byte[] window, int length, int at) {
        for (int i = 0; i < ARCHIVE_END.length; i++) {
            if (at + i >= length || window[at + i] != ARCHIVE_END[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
