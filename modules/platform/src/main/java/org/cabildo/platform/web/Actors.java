// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.cabildo.platform.Actor;

/** Finds who acts in a request, with roles and permissions in the request's site. The identity module answers. */
public interface Actors {

    /** The signed-in person, or empty for anonymous requests. Answers the same during a request. */
    Optional<Actor> of(HttpServletRequest request);
}
