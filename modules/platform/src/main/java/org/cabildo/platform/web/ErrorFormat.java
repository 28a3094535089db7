// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import org.cabildo.platform.Site;
import org.springframework.http.ResponseEntity;

/** The errors of a standard's protocol, in its own words; everywhere else machines get problem details. */
public interface ErrorFormat {

    /** Whether errors at this path of the site are written so. */
    boolean writes(Site site, String path);

    /**
     * The error as the standard wants it.
     *
     * @param status of the answer
     * @param detail what to do about it, in the language of the site; may be empty
     */
    ResponseEntity<?> write(Site site, String path, int status, String detail);
}
