// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.edge;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The client's body is at fault, not the server behind: too large, too slow, or broken off. */
public class ClientBodyException extends IOException {

    /** What is wrong with the body. */
    public enum Fault {
        TOO_LARGE,
        TOO_SLOW,
        BROKEN_OFF
    }

    private final Fault fault;

    ClientBodyException(Fault fault, @Nullable Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
