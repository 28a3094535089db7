// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.cache;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A response of which nothing leaves before it is known what it became; errors wait too. A body that is too large for
 * the cache or of a type that it does not keep is let through as it comes, so that memory stays bounded.
 */
class HeldResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream(16_384);
    private final Body body = new Body();
    private final long limit;
    private @Nullable PrintWriter writer;
    private @Nullable String length;
    private boolean letThrough;
    private int error;

    HeldResponse(HttpServletResponse response, long limit) {
        super(response);
        this.limit = limit;
    }

    /** The status of the error that was asked for, or zero. */
    int error() {
        return error;
    }

    /** The whole body, or null when it was let through. */
    byte @Nullable [] body() {
        if (writer != null) {
            writer.flush();
        }
        return letThrough ? null : held.toByteArray();
    }

    /** Lets go what was held. */
    void release() throws IOException {
        byte[] whole = body();
        if (error > 0) {
            raw().sendError(error);
        } else if (whole != null && !raw().isCommitted()) {
            letThrough();
        }
    }

    private HttpServletResponse raw() {
        return (HttpServletResponse) getResponse();
    }

    private void letThrough() throws IOException {
        letThrough = true;
        if (length != null) {
            raw().setHeader("Content-Length", length);
        }
        if (held.size() > 0) {
            held.writeTo(raw().getOutputStream());
            held.reset();
        }
    }

    private boolean holds(int more) {
        return held.size() + more <= limit && (getContentType() == null || CachedPage.keeps(getContentType()));
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, "");
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (letThrough) {
            raw().sendError(status);
        } else {
            error = status;
            held.reset();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            String name = getCharacterEncoding();
            Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            writer = new PrintWriter(new OutputStreamWriter(body, charset));
        }
        return writer;
    }

    @Override
    public void setContentLength(int bytes) {
        length = Integer.toString(bytes);
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = Long.toString(bytes);
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Length")) {
            length = value;
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Length")) {
            length = value;
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (letThrough) {
            super.flushBuffer();
        }
    }

    @Override
    public boolean isCommitted() {
        return error > 0 || super.isCommitted();
    }

    @Override
    public void resetBuffer() {
        held.reset();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        held.reset();
        length = null;
        super.reset();
    }

    /** Where handlers write. */
    private final class Body extends ServletOutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (!letThrough && holds(count)) {
                held.write(bytes, offset, count);
                return;
            }
            if (!letThrough) {
                letThrough();
            }
            raw().getOutputStream().write(bytes, offset, count);
        }

        @Override
        public void flush() throws IOException {
            if (letThrough) {
                raw().getOutputStream().flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Pages are not written without blocking");
        }
    }
}
