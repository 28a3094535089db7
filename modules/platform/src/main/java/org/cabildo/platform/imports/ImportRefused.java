// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.util.Arrays;
import java.util.List;

/** A table or an import is refused as a whole; nothing was loaded. */
public class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final transient List<String> arguments;

    /** @param message key of the message that says why and what to do */
    public ImportRefused(String message, Object... arguments) {
        super(message);
        this.message = message;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public String messageKey() {
        return message;
    }

    public List<String> arguments() {
        return arguments;
    }
}
