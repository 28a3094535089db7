// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.cabildo.platform.files.FileRefused.Reason;

/** Recognizes a file by its content and compares that with its name, its declared type and the purpose. */
final class TypeDetection {

    private static final int BEGINNING = 64 * 1024;
    private static final Map<String, FileType> MAGIC = Map.of(
            "image/jpeg", FileType.JPEG,
            "image/png", FileType.PNG,
            "image/webp", FileType.WEBP,
            "image/gif", FileType.GIF,
            "image/svg+xml", FileType.SVG,
            "application/pdf", FileType.PDF);

    private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();
    private final ArchiveCheck archives;

    TypeDetection(ArchiveCheck archives) {
        this.archives = archives;
    }

    FileType detect(Path file, IncomingFile claim, FilePurpose purpose) throws IOException {
        byte[] beginning = beginning(file);
        FileType found = recognize(file, beginning, claim)
                .orElseThrow(() -> new FileRefused(Reason.TYPE_NOT_ALLOWED, purpose.extensions()));
        if (!purpose.types().contains(found)) {
            throw new FileRefused(Reason.TYPE_NOT_ALLOWED, purpose.extensions());
        }
        String extension = claim.extension();
        if (!extension.isEmpty() && !agrees(extension, found)) {
            throw new FileRefused(Reason.TYPE_MISMATCH, SafeFileName.clean(extension), found.extension());
        }
        declared(claim).filter(said -> contradicts(said, found)).ifPresent(said -> {
            throw new FileRefused(Reason.TYPE_MISMATCH, said.extension(), found.extension());
        });
        return found;
    }

    private Optional<FileType> recognize(Path file, byte[] beginning, IncomingFile claim) throws IOException {
        if (startsWith(beginning, "PK\3\4")) {
            return Optional.of(archives.recognize(file));
        }
        String detected = magic.detect(new ByteArrayInputStream(beginning), new Metadata())
                .toString();
        FileType type = MAGIC.get(detected);
        if (type == FileType.PDF && !startsWith(beginning, "%PDF-")) {
            return Optional.empty();
        }
        if (type != null) {
            return Optional.of(type);
        }
        String text = new String(beginning, StandardCharsets.UTF_8);
        if (detected.equals("text/html") || TextCheck.looksLikeMarkup(text) || !plausibleText(beginning)) {
            return Optional.empty();
        }
        if (claim.extension().isEmpty()) {
            return Optional.of(FileType.TEXT);
        }
        return FileType.ofExtension(claim.extension()).filter(FileType::text);
    }

    /** Extension and content agree; pictures are encoded again, so that one kind under another's name is harmless. */
    private static boolean agrees(String extension, FileType found) {
        return FileType.ofExtension(extension)
                .map(named -> named == found || named.raster() && found.raster())
                .orElse(false);
    }

    /** Browsers guess the declared type from the name, for CSV badly; only a clear contradiction counts. */
    private static boolean contradicts(FileType said, FileType found) {
        boolean sameKind = said.raster() && found.raster() || said.text() && found.text();
        return said != found && !sameKind && said != FileType.BINARY && !(said == FileType.ZIP && found.office());
    }

    private static Optional<FileType> declared(IncomingFile claim) {
        String declared = claim.declaredType();
        if (declared == null) {
            return Optional.empty();
        }
        String bare = declared.split(";", 2)[0].trim();
        return Arrays.stream(FileType.values())
                .filter(type -> type.mediaType().equalsIgnoreCase(bare))
                .findFirst();
    }

    private static boolean plausibleText(byte[] beginning) {
        for (byte c : beginning) {
            if (c == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= expected.length
                && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING);
        }
    }
}
