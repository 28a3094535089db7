// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.util.List;
import java.util.Locale;

/**
 * A file that is not let in, with the words to show beside its field: {@code platform.files.refused.<reason>} and
 * {@link #arguments()}. Nothing was stored.
 */
public class FileRefused extends RuntimeException {

    /** Why a file is refused. */
    public enum Reason {
        EMPTY,
        /** {0}: the limit in megabytes. */
        TOO_LARGE,
        /** {0}: the extensions that are allowed. */
        TYPE_NOT_ALLOWED,
        /** {0}: the extension that the name or the sender claims, {1}: what the content is. */
        TYPE_MISMATCH,
        UNREADABLE,
        /** {0}: the limit in megapixels. */
        TOO_MANY_PIXELS,
        /** {0}: entries, {1}: unpacked megabytes that an archive may have. */
        ARCHIVE_TOO_LARGE,
        ARCHIVE_NESTED,
        /** Links, names that leave the archive, programs, data outside of the archive's directory. */
        ARCHIVE_UNSAFE,
        MACROS,
        /** Scripts in a PDF or a drawing, pages hidden in a picture, remote templates. */
        ACTIVE_CONTENT,
        ENCRYPTED
    }

    private final Reason reason;
    private final transient List<Object> arguments;

    public FileRefused(Reason reason, Object... arguments) {
        super("File refused: " + reason);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    FileRefused(Reason reason, Throwable cause) {
        super("File refused: " + reason, cause);
        this.reason = reason;
        this.arguments = List.of();
    }

    public Reason reason() {
        return reason;
    }

    public String messageKey() {
        return "platform.files.refused."
                + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the message's placeholders stand for. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
