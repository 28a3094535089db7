// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import org.jspecify.annotations.Nullable;

/** The store could not do its work. No partial file remains; trying again later is safe. */
public class FileStoreException extends RuntimeException {

    /** Why the store failed. */
    public enum Cause {
        /** No space is left: answer 507. */
        FULL,
        /** The sender's stream broke off or was longer than said: answer 400. */
        INCOMPLETE,
        /** Anything else: answer 503. */
        UNAVAILABLE
    }

    private final Cause reason;

    public FileStoreException(Cause reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static FileStoreException incomplete(Exception cause) {
        return new FileStoreException(Cause.INCOMPLETE, "The content is not as long as was said", cause);
    }

    public Cause reason() {
        return reason;
    }
}
