// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import org.jspecify.annotations.Nullable;

/** Something that the person at the keyboard has to know; its message is complete without a stack trace. */
public final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
