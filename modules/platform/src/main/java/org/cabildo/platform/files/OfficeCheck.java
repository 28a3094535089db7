// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cabildo.platform.files.FileRefused.Reason;

/**
 * Recognizes office documents inside their archive (ISO/IEC 29500 by content types, ISO/IEC 26300 by the {@code
 * mimetype} entry) and refuses macros, ActiveX, templates loaded from elsewhere, and encryption.
 */
final class OfficeCheck {

    private static final int LARGEST_PART = 2 * 1024 * 1024;
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final Map<String, FileType> MAIN_PARTS = Map.of(
            "wordprocessingml.document.main+xml", FileType.DOCX,
            "spreadsheetml.sheet.main+xml", FileType.XLSX,
            "presentationml.presentation.main+xml", FileType.PPTX);
    private static final Pattern RELATIONSHIP = Pattern.compile("<(?:\\w+:)?Relationship\\b[^>]*>");
    private static final Pattern LOADS =
            Pattern.compile("Type\\s*=\\s*[\"'][^\"']*/(attachedTemplate|oleObject|frame|subDocument)[\"']");
    private static final Pattern EXTERNAL = Pattern.compile("TargetMode\\s*=\\s*[\"']External[\"']");

    private OfficeCheck() {}

    static FileType recognize(ZipFile archive) throws IOException {
        ZipEntry contentTypes = archive.getEntry(CONTENT_TYPES);
        if (contentTypes != null) {
            return openXml(text(archive, contentTypes));
        }
        ZipEntry mimetype = archive.getEntry("mimetype");
        if (mimetype != null) {
            String said = text(archive, mimetype).trim();
            for (FileType type : new FileType[] {FileType.ODT, FileType.ODS, FileType.ODP}) {
                if (said.equals(type.mediaType())) {
                    return type;
                }
            }
        }
        return FileType.ZIP;
    }

    static void refuseActive(ZipFile archive) throws IOException {
        Enumeration<? extends ZipEntry> entries = archive.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (holdsCode(name)) {
                throw new FileRefused(Reason.MACROS);
            }
            if (name.endsWith(".rels") && loadsFromElsewhere(text(archive, entry))) {
                throw new FileRefused(Reason.ACTIVE_CONTENT);
            }
            if (name.equals("meta-inf/manifest.xml") && text(archive, entry).contains("encryption-data")) {
                throw new FileRefused(Reason.ENCRYPTED);
            }
        }
    }

    private static FileType openXml(String contentTypes) {
        if (contentTypes.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw new FileRefused(Reason.MACROS);
        }
        return MAIN_PARTS.entrySet().stream()
                .filter(part -> contentTypes.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(FileType.ZIP);
    }

    private static boolean holdsCode(String name) {
        return name.endsWith("vbaproject.bin")
                || name.contains("activex/")
                || name.startsWith("basic/")
                || name.startsWith("scripts/");
    }

    private static boolean loadsFromElsewhere(String relationships) {
        Matcher matcher = RELATIONSHIP.matcher(relationships);
        while (matcher.find()) {
            String relationship = matcher.group();
            if (EXTERNAL.matcher(relationship).find()
                    && LOADS.matcher(relationship).find()) {
                return true;
            }
        }
        return false;
    }

    private static String text(ZipFile archive, ZipEntry entry) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_PART + 1);
            if (bytes.length > LARGEST_PART) {
                throw new FileRefused(Reason.UNREADABLE);
            }
            return new String(bytes, charset(bytes));
        }
    }

    /** XML parts may be UTF-16, with a byte-order mark. */
    private static Charset charset(byte[] bytes) {
        boolean wide = bytes.length > 1
                && (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff
                        || bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe);
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
