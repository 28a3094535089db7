// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.net.URIAuthority;
import org.cabildo.gateway.edge.ClientBodyException;
import org.cabildo.gateway.notice.Notice;
import org.cabildo.gateway.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends a request on and streams the answer back. Request targets go byte for byte; the gateway's standard exchange would
 * decode and encode queries again, read forms as parameters, and drain what a client no longer waits for.
 */
@Component
class UpstreamExchange implements ProxyExchange {

    private final CloseableHttpClient http;
    private final Notices notices;

    UpstreamExchange(CloseableHttpClient http, Notices notices) {
        this.http = http;
        this.notices = notices;
    }

    @Override
    public ServerResponse exchange(Request request) {
        URI uri = Objects.requireNonNull(request.getUri(), "uri");
        HttpUriRequestBase message = message(request, uri);
        try {
            ClientBody body = body(request.getServerRequest().servletRequest(), message);
            message.setEntity(body);
            try {
                HttpHost server = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
                return new ForwardedResponse(
                        message, http.executeOpen(server, message, HttpClientContext.create()), notices);
            } catch (IOException e) {
                throw body == null
                        ? e
                        : body.failure().map(IOException.class::cast).orElse(e);
            }
        } catch (IOException e) {
            throw failure(e, Method.isSafe(message.getMethod()), message.getEntity() == null);
        }
    }

    private static HttpUriRequestBase message(Request request, URI uri) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.getMethod().name(), uri);
        request.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.HOST)) {
                values.forEach(value -> message.addHeader(name, value));
            }
        });
        message.setAuthority(authority(request.getHeaders()));
        return message;
    }

    private static @Nullable ClientBody body(HttpServletRequest request, HttpUriRequestBase message)
            throws IOException {
        long length = request.getContentLengthLong();
        boolean present = length > 0 || length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return present ? new ClientBody(message, request.getInputStream(), length) : null;
    }

    private static URIAuthority authority(HttpHeaders headers) {
        String host = Objects.requireNonNull(headers.getFirst(HttpHeaders.HOST), "host");
        int port = host.lastIndexOf(':');
        return port < 0
                ? new URIAuthority(host)
                : new URIAuthority(host.substring(0, port), Integer.parseInt(host.substring(port + 1)));
    }

    private static UpstreamException failure(IOException failure, boolean safe, boolean bodiless) {
        if (failure instanceof ClientBodyException body) {
            Notice notice = switch (body.fault()) {
                case TOO_LARGE -> Notice.TOO_LARGE;
                case TOO_SLOW -> Notice.TOO_SLOW;
                case BROKEN_OFF -> Notice.BAD_REQUEST;
            };
            return new UpstreamException(notice, false, failure);
        }
        if (failure instanceof ConnectionRequestTimeoutException) {
            return new UpstreamException(Notice.BUSY, false, failure);
        }
        if (failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException) {
            return new UpstreamException(safe ? Notice.MAINTENANCE : Notice.NOT_SENT, true, failure);
        }
        if (failure instanceof SocketTimeoutException) {
            return new UpstreamException(Notice.TIMEOUT, false, failure);
        }
        // Whoever sends a body can provoke a broken connection, so that it says nothing about the server.
        return new UpstreamException(safe ? Notice.MAINTENANCE : Notice.UNCONFIRMED, bodiless, failure);
    }
}
