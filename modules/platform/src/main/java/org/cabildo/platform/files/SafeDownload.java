// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers with stored files. Everything is an attachment that no browser runs: {@code nosniff}, a policy that allows
 * nothing, a sandbox without an origin. Only pictures that were encoded here and sanitized drawings are shown inline.
 * Conditional and range requests are answered by Spring from the entity tag and the resource.
 */
public final class SafeDownload {

    /** How long an answer may be kept, and by whom. */
    public enum Caching {
        /** Public and named by its content's key: for ever. */
        IMMUTABLE("public, max-age=31536000, immutable"),
        /** Public but may be withdrawn: asked for again each time. */
        REVALIDATED("public, no-cache"),
        /** For the reader alone. */
        PRIVATE("private, no-store");

        private final String header;

        Caching(String header) {
            this.header = header;
        }
    }

    private static final String NOTHING = "default-src 'none'; sandbox";

    private SafeDownload() {}

    /** The file as an attachment under the given name, which need not be safe. */
    public static ResponseEntity<Resource> attachment(StoredFile file, String name, Caching caching) {
        return answer(file, SafeFileName.disposition(false, SafeFileName.of(name, file.type())), caching);
    }

    /** The file to be shown in a page if its type allows that, else as an attachment. */
    public static ResponseEntity<Resource> inline(StoredFile file, String name, Caching caching) {
        boolean shown = switch (file.type()) {
            case JPEG, PNG, SVG -> true;
            default -> false;
        };
        return answer(file, SafeFileName.disposition(shown, SafeFileName.of(name, file.type())), caching);
    }

    /** The headers that every download carries, for answers that are written by hand. */
    public static HttpHeaders headers(String contentType, String disposition, Caching caching) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(contentType));
        headers.set(HttpHeaders.CONTENT_DISPOSITION, disposition);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", NOTHING);
        headers.set(HttpHeaders.CACHE_CONTROL, caching.header);
        if (caching == Caching.PRIVATE) {
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
        }
        return headers;
    }

    private static ResponseEntity<Resource> answer(StoredFile file, String disposition, Caching caching) {
        HttpHeaders headers = headers(file.type().contentType(), disposition, caching);
        if (caching != Caching.PRIVATE) {
            headers.setETag("\"" + file.key().leaf() + "\"");
            headers.setLastModified(file.storedAt());
        }
        return ResponseEntity.ok().headers(headers).body(new StoredResource(file));
    }

    /** A stored file as Spring reads it. */
    private static final class StoredResource extends AbstractResource {

        private final StoredFile file;

        StoredResource(StoredFile file) {
            this.file = file;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public long contentLength() {
            return file.length();
        }

        @Override
        public long lastModified() {
            return file.storedAt().toEpochMilli();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return file.open();
        }

        @Override
        public String getDescription() {
            return "stored file " + file.key();
        }
    }
}
