// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

/** A change of a request that is not allowed; the message is the key of a text for people. */
public final class ChangeRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ChangeRefused(String key) {
        super(key);
    }

    /** Key of the message that says why. */
    public String key() {
        return getMessage();
    }
}
