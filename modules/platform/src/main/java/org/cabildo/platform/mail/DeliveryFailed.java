// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

/** A message was not taken. The text holds codes only, never an address. */
class DeliveryFailed extends Exception {

    /** What to do now. */
    enum Reason {
        /** Nobody to hand it to: everything waits, and the attempt does not count. */
        UNREACHABLE,
        /** This message not now. */
        LATER,
        /** This message never. */
        REFUSED
    }

    private final Reason reason;

    DeliveryFailed(Reason reason, String problem, Exception cause) {
        super(problem, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
