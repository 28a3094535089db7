// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.edge;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.cabildo.gateway.GatewaySettings;
import org.cabildo.gateway.edge.ClientBodyException.Fault;
import org.jspecify.annotations.Nullable;

/** A request whose body may neither grow beyond the limit nor trickle in for hours. */
class BoundedRequest extends HttpServletRequestWrapper {

    private final GatewaySettings.Requests limits;
    private @Nullable ServletInputStream body;

    BoundedRequest(HttpServletRequest request, GatewaySettings.Requests limits) {
        super(request);
        this.limits = limits;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream bounded = body;
        if (bounded == null) {
            bounded = new Bounded(super.getInputStream());
            body = bounded;
        }
        return bounded;
    }

    private class Bounded extends ServletInputStream {

        private final ServletInputStream source;
        private final long begun = System.nanoTime();
        private long count;

        Bounded(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int read = read(one, 0, 1);
            return read < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = source.read(bytes, offset, length);
            } catch (SocketTimeoutException e) {
                throw new ClientBodyException(Fault.TOO_SLOW, e);
            } catch (IOException e) {
                throw new ClientBodyException(
                        e.getCause() instanceof SocketTimeoutException ? Fault.TOO_SLOW : Fault.BROKEN_OFF, e);
            }
            if (read > 0) {
                count += read;
                check();
            }
            return read;
        }

        private void check() throws IOException {
            if (count > limits.maxBody().toBytes()) {
                throw new ClientBodyException(Fault.TOO_LARGE, null);
            }
            double late = (System.nanoTime() - begun - limits.bodyGrace().toNanos()) / 1e9;
            if (late > 0 && count < late * limits.minBodyRate().toBytes()) {
                throw new ClientBodyException(Fault.TOO_SLOW, null);
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Bodies are read by the thread that handles the request");
        }
    }
}
