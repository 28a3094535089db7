// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file is wanted for, and so which types are let in. */
public enum FilePurpose {
    /** Photographs: of a report, of a news item, of a place. */
    IMAGE(EnumSet.of(FileType.JPEG, FileType.PNG, FileType.WEBP, FileType.GIF)),

    /** Logos and marks as drawings only. */
    SVG_ART(EnumSet.of(FileType.SVG)),

    /** Logos, marks and hero pictures of a theme: drawings or pixels, which stay PNG to keep their edges. */
    ART(EnumSet.of(FileType.SVG, FileType.PNG, FileType.JPEG, FileType.WEBP)),

    /** Documents that staff publish or people attach. */
    DOCUMENT(EnumSet.of(
            FileType.PDF,
            FileType.ODT,
            FileType.ODS,
            FileType.ODP,
            FileType.DOCX,
            FileType.XLSX,
            FileType.PPTX,
            FileType.CSV,
            FileType.TEXT,
            FileType.JSON,
            FileType.GEOJSON)),

    /** Resources of the open-data catalogue; archives too. */
    DATASET(EnumSet.of(
            FileType.CSV,
            FileType.TEXT,
            FileType.JSON,
            FileType.GEOJSON,
            FileType.NDJSON,
            FileType.XLSX,
            FileType.ODS,
            FileType.PDF,
            FileType.ZIP)),

    /** Tables whose rows are taken in, see {@link org.cabildo.platform.imports.Imports}. */
    TABLE(EnumSet.of(FileType.CSV, FileType.TEXT, FileType.XLSX)),

    /** Attachments of citizens: photographs or documents. */
    ATTACHMENT(EnumSet.of(
            FileType.JPEG,
            FileType.PNG,
            FileType.WEBP,
            FileType.GIF,
            FileType.PDF,
            FileType.ODT,
            FileType.ODS,
            FileType.DOCX,
            FileType.XLSX,
            FileType.TEXT));

    private final Set<FileType> types;

    FilePurpose(Set<FileType> types) {
        this.types = Collections.unmodifiableSet(types);
    }

    public Set<FileType> types() {
        return types;
    }

    /** The extensions for people, for instance "jpg, png, webp, gif". */
    public String extensions() {
        return types.stream().map(FileType::extension).collect(Collectors.joining(", "));
    }

    /** Value for the {@code accept} attribute of a file field. */
    public String accept() {
        return types.stream()
                .map(type -> "." + type.extension() + "," + type.mediaType())
                .collect(Collectors.joining(","));
    }
}
