// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The closed set of file types that the installation keeps. A key ends in its type's extension. */
public enum FileType {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif"),
    SVG("image/svg+xml", "svg"),
    PDF("application/pdf", "pdf"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    CSV("text/csv", "csv", "tsv"),
    TEXT("text/plain", "txt"),
    JSON("application/json", "json"),
    GEOJSON("application/geo+json", "geojson"),
    NDJSON("application/x-ndjson", "ndjson", "jsonl"),
    ZIP("application/zip", "zip"),
    BINARY("application/octet-stream", "bin");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The extension under which files of this type are kept and sent, without the dot. */
    public String extension() {
        return extensions.getFirst();
    }

    /** The {@code Content-Type} to answer with; text is always UTF-8 or declared by the file itself. */
    public String contentType() {
        return this == CSV || this == TEXT ? mediaType + "; charset=utf-8" : mediaType;
    }

    /** Whether this is a picture made of pixels. */
    public boolean raster() {
        return this == JPEG || this == PNG || this == WEBP || this == GIF;
    }

    boolean opensAs(String extension) {
        return extensions.contains(extension);
    }

    boolean office() {
        return ordinal() >= ODT.ordinal() && ordinal() <= PPTX.ordinal();
    }

    boolean text() {
        return ordinal() >= CSV.ordinal() && ordinal() <= NDJSON.ordinal();
    }

    /** The type with the given extension, in any case and without the dot. */
    public static Optional<FileType> ofExtension(String extension) {
        String wanted = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.opensAs(wanted)).findFirst();
    }
}
