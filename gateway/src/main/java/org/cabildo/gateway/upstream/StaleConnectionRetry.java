// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Repeats a reading request once when a kept connection turns out to be dead, as all are after the server restarted.
 * Answers are never repeated, nor is anything that may have changed something.
 */
class StaleConnectionRetry implements HttpRequestRetryStrategy {

    private final Runnable closeIdleConnections;

    /** A dead connection is seldom alone: the action closes all idle ones, so that the repetition opens its own. */
    StaleConnectionRetry(Runnable closeIdleConnections) {
        this.closeIdleConnections = closeIdleConnections;
    }

    @Override
    public boolean retryRequest(HttpRequest request, IOException failure, int execCount, HttpContext context) {
        boolean transientFailure = !(failure instanceof InterruptedIOException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException);
        boolean again = execCount <= 1 && transientFailure && Method.isSafe(request.getMethod());
        if (again) {
            closeIdleConnections.run();
        }
        return again;
    }

    @Override
    public boolean retryRequest(HttpResponse response, int execCount, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int execCount, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }
}
