// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * A file in the store. Content is opened on demand, so a handle that is not read costs nothing.
 *
 * @param key the file's name inside its tenant
 * @param length bytes
 * @param storedAt when it was put
 * @param content opens the bytes, each time from the beginning
 */
public record StoredFile(FileKey key, long length, Instant storedAt, Content content) {

    public FileType type() {
        return key.type();
    }

    /** Opens the bytes; the caller closes the stream. */
    public InputStream open() throws IOException {
        return content.open();
    }

    /** Opens the bytes of a stored file. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
