// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

/** A picture of a theme as it is published: role, file extension and content hash. */
record ThemeFile(String role, String extension, String sha256) {

    /** Its address, which changes with its content. */
    String url() {
        return "/tema/" + sha256.substring(0, 16) + "/" + role + "." + extension;
    }
}
