// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.files.SafeFileName;
import org.springframework.http.HttpHeaders;

/**
 * A table as an answer to a request: an attachment with a safe name, written straight to the response by the thread
 * that serves it, in which the tenant's context holds.
 */
public final class Download {

    private final Table table;
    private final TabularFormat format;
    private final String name;

    /** @param name file name for people, without extension; need not be safe */
    public Download(Table table, TabularFormat format, String name) {
        this.table = table;
        this.format = format;
        this.name = name;
    }

    /**
     * Writes the answer. If the rows fail before anything is sent the response is clean again and the failure goes on
     * to the error handling; later the connection is broken off, so that nobody takes a part for the whole.
     */
    public void writeTo(HttpServletResponse response, SafeDownload.Caching caching, Rows rows) throws IOException {
        String file = SafeFileName.of(name + "." + format.fileType().extension(), format.fileType());
        HttpHeaders headers =
                SafeDownload.headers(format.fileType().contentType(), SafeFileName.disposition(false, file), caching);
        headers.forEach((header, values) -> values.forEach(value -> response.setHeader(header, value)));
        try {
            OutputStream out = new BufferedOutputStream(response.getOutputStream(), 16 * 1024);
            TabularWriter.write(table, format, rows, out);
        } catch (IOException | RuntimeException e) {
            if (!response.isCommitted()) {
                headers.forEach((header, values) -> response.setHeader(header, null));
                response.resetBuffer();
            }
            throw e;
        }
    }
}
