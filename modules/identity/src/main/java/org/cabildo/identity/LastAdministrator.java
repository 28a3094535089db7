// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

/** Refuses a change that would leave a tenant without anybody who can manage it. */
public class LastAdministrator extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LastAdministrator() {
        super("A tenant keeps at least one administrator");
    }
}
