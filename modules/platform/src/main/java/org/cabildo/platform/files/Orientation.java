// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the one piece of metadata that matters before all of it is dropped: how the camera was held (EXIF 0x0112). */
final class Orientation {

    private static final int SCANNED = 512 * 1024;
    private static final int UPRIGHT = 1;

    private Orientation() {}

    /** The orientation, 1 to 8; 1 when there is none or it makes no sense. */
    static int of(Path file, FileType type) throws IOException {
        ByteBuffer bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = ByteBuffer.wrap(in.readNBytes(SCANNED));
        }
        try {
            return switch (type) {
                case JPEG -> jpeg(bytes);
                case PNG -> png(bytes);
                case WEBP -> webp(bytes.order(ByteOrder.LITTLE_ENDIAN));
                default -> UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static int jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 4 <= bytes.limit() && (bytes.get(at) & 0xff) == 0xff) {
            int marker = bytes.get(at + 1) & 0xff;
            int length = bytes.getShort(at + 2) & 0xffff;
            if (marker == 0xe1 && ascii(bytes, at + 4, 4).equals("Exif")) {
                return tiff(bytes.slice(at + 10, Math.min(length - 8, bytes.limit() - at - 10)));
            }
            if (marker == 0xda || length < 2) {
                break;
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int png(ByteBuffer bytes) {
        for (int at = 8; at + 12 <= bytes.limit(); ) {
            int length = bytes.getInt(at);
            String name = ascii(bytes, at + 4, 4);
            if (name.equals("eXIf")) {
                return tiff(bytes.slice(at + 8, length));
            }
            if (name.equals("IEND") || length < 0) {
                break;
            }
            at = Math.addExact(at, Math.min(length, SCANNED) + 12);
        }
        return UPRIGHT;
    }

    /** The EXIF chunk follows the pixels, so it is found only in files that fit the scanned beginning. */
    private static int webp(ByteBuffer bytes) {
        for (int at = 12; at + 8 <= bytes.limit(); ) {
            int length = bytes.getInt(at + 4);
            if (ascii(bytes, at, 4).equals("EXIF")) {
                int skip = ascii(bytes, at + 8, 4).equals("Exif") ? 6 : 0;
                return tiff(bytes.slice(at + 8 + skip, length - skip));
            }
            if (length < 0) {
                break;
            }
            at = Math.addExact(at, Math.min(length, SCANNED) + 8 + (length & 1));
        }
        return UPRIGHT;
    }

    private static int tiff(ByteBuffer tiff) {
        tiff.order(ascii(tiff, 0, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == 0x0112) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static String ascii(ByteBuffer bytes, int at, int length) {
        byte[] text = new byte[length];
        bytes.get(at, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
