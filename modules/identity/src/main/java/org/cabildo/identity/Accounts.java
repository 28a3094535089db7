// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.util.Optional;

/**
 * Accounts at the identity provider. Asks it over the network, so never inside of a transaction.
 *
 * <p>Each method fails with {@link Unreachable} while the provider is away.
 */
public interface Accounts {

    /** The account of an address, whether the provider has verified it or not. */
    Optional<Identified> byAddress(String email);

    /** Ends every session of an account at the provider, which in turn tells all sites. */
    void endSessions(String subject);

    /** Says that the provider does not answer. */
    class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super("The identity provider does not answer", cause);
        }
    }
}
