// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.outbound;

import java.util.Locale;

/** An address that this installation does not call: {@code platform.outbound.refused.<reason>}. */
public class AddressRefused extends RuntimeException {

    /** Why an address is refused. */
    public enum Reason {
        /** Not an absolute http or https address, or one with a user name in it. */
        NOT_A_WEB_ADDRESS,
        /** A port other than 80, 443, 8080 or 8443. */
        PORT,
        /** The name is not known. */
        UNKNOWN_HOST,
        /** The name leads, maybe among others, to an address that is not on the public internet. */
        NOT_PUBLIC,
        TOO_MANY_REDIRECTS
    }

    private final Reason reason;

    public AddressRefused(Reason reason) {
        super("Address refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String messageKey() {
        return "platform.outbound.refused."
                + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
