// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import java.util.Optional;
import org.cabildo.identity.Identified;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in, as the identity provider knows them. */
public final class SignedIn {

    private SignedIn() {}

    /** Whoever makes the request of this thread; empty for anonymous ones. */
    public static Optional<Identified> who() {
        return SessionActors.identified(SecurityContextHolder.getContext().getAuthentication());
    }
}
