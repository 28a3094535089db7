// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

/** A picture of a theme as it is published: role, file extension and content hash. */
public record ThemeFile(String role, String extension, String sha256) {

    static String mediaType(String extension) {
        return switch (extension) {
            case "svg" -> "image/svg+xml";
            case "jpg" -> "image/jpeg";
            default -> "image/" + extension;
        };
    }

    /** Its address, which changes with its content. */
    String url() {
        return "/tema/" + sha256.substring(0, 16) + "/" + role + "." + extension;
    }
}
