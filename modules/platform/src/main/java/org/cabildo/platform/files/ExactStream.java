// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Hands on exactly the announced number of bytes; an early or a late end is an error. */
class ExactStream extends InputStream {

    private final InputStream content;
    private long left;
    private boolean broken;

    ExactStream(InputStream content, long length) {
        this.content = content;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = readSource(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            broken = true;
            throw new EOFException("The content ends early");
        }
        left -= read;
        if (left == 0) {
            requireEnd();
        }
        return read;
    }

    /** Fails unless the source ends here; called before the last bytes are handed on, so no store ever keeps them. */
    void requireEnd() throws IOException {
        if (content.read() >= 0) {
            broken = true;
            throw new IOException("The content goes on after its announced length");
        }
    }

    private int readSource(byte[] buffer, int offset, int length) throws IOException {
        try {
            return content.read(buffer, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    /** Whether the source, rather than the store, is at fault. */
    boolean broken() {
        return broken;
    }
}
