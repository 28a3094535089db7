// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import java.io.IOException;
import org.cabildo.gateway.notice.Notice;

/** The server behind gave no answer that could be passed on; says what to tell the client. */
class UpstreamException extends RuntimeException {

    private final Notice notice;
    private final boolean unreachable;

    UpstreamException(Notice notice, boolean unreachable, IOException cause) {
        super(cause);
        this.notice = notice;
        this.unreachable = unreachable;
    }

    Notice notice() {
        return notice;
    }

    /** Whether the server itself is the reason, so that the breaker counts it. */
    boolean isUnreachable() {
        return unreachable;
    }
}
