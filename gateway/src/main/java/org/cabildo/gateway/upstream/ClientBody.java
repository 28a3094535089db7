// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.cabildo.gateway.edge.ClientBodyException;
import org.jspecify.annotations.Nullable;

/**
 * A client's body on its way. When it breaks off, so does the connection to the server behind: otherwise the end that is
 * written to a chunked body would make half an upload pass for a whole one.
 */
class ClientBody extends AbstractHttpEntity {

    private static final int BUFFER = 16 * 1024;

    private final HttpUriRequestBase message;
    private final InputStream body;
    private final long length;
    private @Nullable ClientBodyException failure;

    ClientBody(HttpUriRequestBase message, InputStream body, long length) {
        super((String) null, null, length < 0);
        this.message = message;
        this.body = body;
        this.length = length;
    }

    /** What went wrong on the client's side, whatever the connection to the server made of it. */
    Optional<ClientBodyException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void writeTo(OutputStream server) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = next(buffer); read >= 0; read = next(buffer)) {
            server.write(buffer, 0, read);
        }
    }

    private int next(byte[] buffer) throws IOException {
        try {
            return body.read(buffer);
        } catch (ClientBodyException e) {
            failure = e;
            message.cancel();
            throw e;
        }
    }

    @Override
    public InputStream getContent() {
        return body;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public void close() {}
}
