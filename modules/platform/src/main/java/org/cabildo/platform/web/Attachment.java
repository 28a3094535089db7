// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.util.Locale;

/**
 * A file that can be downloaded.
 *
 * @param label what it is
 * @param format short name of its format, for instance {@code PDF} or {@code CSV}
 * @param size bytes, or 0 when it is made on demand
 */
public record Attachment(String label, String href, String format, long size) {

    /** The icon of the sprite for this format. */
    public String icon() {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "csv", "xlsx", "xls", "ods" -> "file-sheet";
            case "jpg", "jpeg", "png", "webp", "svg", "gif" -> "file-image";
            case "json", "xml", "geojson", "atom" -> "file-code";
            case "pdf", "docx", "doc", "odt", "md", "txt" -> "file-text";
            default -> "file";
        };
    }
}
