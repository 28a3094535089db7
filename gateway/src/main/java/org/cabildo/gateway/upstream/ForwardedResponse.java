// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.cabildo.gateway.notice.Notice;
import org.cabildo.gateway.notice.Notices;
import org.cabildo.gateway.request.EdgeRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** An answer on its way through: written as it came, without judging its validators, and streamed. */
class ForwardedResponse implements ServerResponse {

    private static final int BUFFER = 16 * 1024;
    private static final Set<String> OWN = Set.of("server", "x-powered-by", "x-request-id", "content-length");

    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;
    private final Notices notices;

    ForwardedResponse(HttpUriRequestBase request, ClassicHttpResponse response, Notices notices) {
        this.request = request;
        this.response = response;
        this.notices = notices;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(response.getCode());
    }

    @Override
    public HttpHeaders headers() {
        Set<String> dropped =
                ForwardedHeaders.connectionOptions(Arrays.stream(response.getHeaders(HttpHeaders.CONNECTION))
                        .map(Header::getValue)
                        .toList());
        HttpHeaders headers = new HttpHeaders();
        for (Header header : response.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!ForwardedHeaders.isHopByHop(name) && !OWN.contains(name) && !dropped.contains(name)) {
                headers.add(header.getName(), header.getValue());
            }
        }
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    /** Whether a server or its platform says that nobody is there to answer. */
    boolean isAbsence() {
        return (response.getCode() == 502 || response.getCode() == 503) && length() == 0;
    }

    /** Gives the answer up. Closing it alone would first read what is left of it, however long that takes. */
    void discard() {
        request.cancel();
        close();
    }

    private void close() {
        try {
            response.close();
        } catch (IOException ignored) {
            // it is given up anyway
        }
    }

    private long length() {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return 0;
        }
        return entity.getContentLength();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest in, HttpServletResponse out, Context context)
            throws IOException {
        boolean whole = false;
        try {
            writeHead(in, out);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                stream(entity, out);
            }
            whole = true;
        } catch (UpstreamBrokeOff e) {
            if (out.isCommitted()) {
                throw e;
            }
            String id = out.getHeader("X-Request-Id");
            out.reset();
            out.setHeader("X-Request-Id", id);
            notices.write(in, out, Notice.UNCONFIRMED);
        } finally {
            if (whole) {
                close();
            } else {
                discard();
            }
        }
        return null;
    }

    private void writeHead(HttpServletRequest request, HttpServletResponse out) {
        out.setStatus(response.getCode());
        headers().forEach((name, values) -> values.forEach(value -> out.addHeader(name, value)));
        Header length = response.getFirstHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            out.setHeader(HttpHeaders.CONTENT_LENGTH, length.getValue());
        }
        boolean https = EdgeRequest.of(request)
                .filter(edge -> edge.scheme().equals("https"))
                .isPresent();
        if (https && !out.containsHeader("Strict-Transport-Security")) {
            out.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static void stream(HttpEntity entity, HttpServletResponse out) throws IOException {
        boolean live = isLive(entity.getContentType());
        InputStream body = entity.getContent();
        OutputStream client = out.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
            client.write(buffer, 0, read);
            if (live) {
                client.flush();
            }
        }
    }

    private static int next(InputStream body, byte[] buffer) throws UpstreamBrokeOff {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new UpstreamBrokeOff(e);
        }
    }

    private static boolean isLive(@Nullable String contentType) {
        return contentType != null
                && List.of("text/event-stream", "application/x-ndjson").stream().anyMatch(contentType::startsWith);
    }

    /** Thrown on so that the web server cuts the client's connection: half an answer must not pass for a whole one. */
    private static class UpstreamBrokeOff extends IOException {

        UpstreamBrokeOff(IOException cause) {
            super("The server behind broke off its answer", cause);
        }
    }
}
