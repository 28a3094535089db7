// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.notice;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** What is answered to requests that the web server refuses before they reach the gateway, such as malformed ones. */
public class ErrorReport extends ErrorReportValve {

    private final Notices notices = new Notices();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean writable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        if (!writable.get()) {
            return;
        }
        try {
            notices.write(request.getRequest(), response.getResponse(), Notice.forStatus(response.getStatus()));
        } catch (IOException | IllegalStateException ignored) {
            // nobody is left to be told
        }
    }
}
