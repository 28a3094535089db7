// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as somebody sent it. Name and type are claims.
 *
 * @param name the sender's name for it, maybe empty
 * @param declaredType the sender's media type, or null
 * @param content opens the bytes
 */
public record IncomingFile(String name, @Nullable String declaredType, StoredFile.Content content) {

    /** The file of a form field. */
    public static IncomingFile of(MultipartFile file) {
        String name = file.getOriginalFilename();
        return new IncomingFile(name == null ? "" : name, file.getContentType(), file::getInputStream);
    }

    InputStream open() throws IOException {
        return content.open();
    }

    /** The extension of the name in lower case, or empty. */
    String extension() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).trim().toLowerCase(Locale.ROOT);
    }
}
