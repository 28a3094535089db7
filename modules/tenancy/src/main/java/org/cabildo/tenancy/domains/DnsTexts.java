// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.domains;

import java.util.List;

/** Asks the DNS for TXT records. */
public interface DnsTexts {

    /**
     * The texts at a name; empty when the name or such records do not exist.
     *
     * @throws Unavailable when the DNS gives no answer, which says nothing about the record
     */
    List<String> at(String name);

    /** The DNS could not be asked. */
    class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
