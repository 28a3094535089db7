// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.cabildo.platform.files.FileRefused.Reason;
import org.springframework.util.unit.DataSize;

/**
 * The only way in for files. A file is copied to a temporary place while its size is counted, recognized by its
 * content, compared with what its name and sender claim, and examined by type:
 *
 * <ul>
 *   <li>pictures are decoded within limits and encoded again, so that no metadata and no hidden content survives;
 *   <li>drawings (SVG) are rebuilt from a list of allowed elements and attributes;
 *   <li>PDF with scripts, launch actions, XFA forms or encryption is refused;
 *   <li>office documents with macros, ActiveX, remote templates or encryption are refused;
 *   <li>archives are unpacked to nowhere within limits; nested archives, links and programs are refused.
 * </ul>
 *
 * Documents are not cleaned: whatever passes is only ever sent as an attachment, see {@link SafeDownload}.
 */
public final class Uploads {

    private final FilesProperties properties;
    private final TypeDetection detection;
    private final ArchiveCheck archives;
    private final Pictures pictures;

    Uploads(FilesProperties properties) {
        this.properties = properties;
        this.archives = new ArchiveCheck(properties.archives());
        this.detection = new TypeDetection(archives);
        this.pictures = new Pictures(properties.images());
    }

    /** The largest file that is let in, to tell people beforehand. */
    public DataSize limit(FilePurpose purpose) {
        return properties.limits().of(purpose);
    }

    /**
     * Checks a file for a purpose.
     *
     * @return the file as it may be stored; the caller closes it
     * @throws FileRefused with the reason to show beside the field
     */
    public CheckedFile check(IncomingFile file, FilePurpose purpose) {
        Path workplace = workplace();
        boolean passed = false;
        try {
            Path spooled = workplace.resolve("incoming");
            spool(file, spooled, limit(purpose).toBytes());
            FileType type = detection.detect(spooled, file, purpose);
            CheckedFile checked = examine(file, purpose, type, spooled, workplace);
            passed = true;
            return checked;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot examine an upload", e);
        } finally {
            if (!passed) {
                CheckedFile.discard(workplace);
            }
        }
    }

    private CheckedFile examine(IncomingFile file, FilePurpose purpose, FileType type, Path spooled, Path workplace)
            throws IOException {
        FileType stored = type;
        List<Rendition> renditions = List.of(new Rendition("", 0, 0, spooled));
        if (type.raster()) {
            HiddenContent.refuse(spooled);
            Pictures.Result result = pictures.process(spooled, type, purpose == FilePurpose.ART, workplace);
            stored = result.type();
            renditions = result.renditions();
        } else if (type == FileType.SVG) {
            renditions = List.of(new Rendition("", 0, 0, sanitized(spooled, workplace)));
        } else if (type == FileType.PDF) {
            PdfCheck.refuseActive(spooled);
        } else if (type == FileType.ZIP) {
            archives.checkArchive(spooled);
        } else if (type.text()) {
            TextCheck.check(spooled, type);
        }
        String name = SafeFileName.of(file.name(), stored);
        return new CheckedFile(name, stored, sha256(renditions.getFirst().path()), renditions, workplace);
    }

    private Path sanitized(Path spooled, Path workplace) throws IOException {
        DataSize limit = properties.limits().drawing();
        if (Files.size(spooled) > limit.toBytes()) {
            throw tooLarge(limit.toBytes());
        }
        byte[] clean = SvgSanitizer.sanitize(Files.readAllBytes(spooled));
        return Files.write(workplace.resolve("sanitized"), clean);
    }

    private Path workplace() {
        try {
            Path spool = properties.spool();
            if (spool == null) {
                return Files.createTempDirectory("cabildo-upload");
            }
            Files.createDirectories(spool);
            return Files.createTempDirectory(spool, "upload");
        } catch (IOException e) {
            throw new FileStoreException(FileStoreException.Cause.UNAVAILABLE, "No place for uploads", e);
        }
    }

    private static void spool(IncomingFile file, Path target, long limit) throws IOException {
        long length = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = file.open();
                OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (length > limit) {
                    throw tooLarge(limit);
                }
                out.write(buffer, 0, read);
            }
        }
        if (length == 0) {
            throw new FileRefused(Reason.EMPTY);
        }
    }

    private static FileRefused tooLarge(long limit) {
        return new FileRefused(Reason.TOO_LARGE, limit / 1_048_576.0);
    }

    private static String sha256(Path path) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
