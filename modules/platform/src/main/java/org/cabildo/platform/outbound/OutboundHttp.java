// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.cabildo.platform.outbound.AddressRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses that people typed in. A name is resolved once per connection and the connection goes to exactly the
 * address that was checked, so that a name cannot change its mind in between; every redirect is checked like the first
 * address. No proxy, no cookies, no content decoding, and an answer is read only up to a limit.
 */
public final class OutboundHttp implements AutoCloseable {

    private static final int REDIRECTS = 3;

    private final OutboundAddressGuard guard;
    private final CloseableHttpClient client;
    private final Duration patience;

    /** @param patience time for one whole exchange, redirects included */
    public OutboundHttp(OutboundAddressGuard guard, Duration patience) {
        this.guard = guard;
        this.patience = patience;
        Timeout timeout = Timeout.of(patience);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver())
                        .setMaxConnTotal(50)
                        .setMaxConnPerRoute(4)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(3))
                                .setSocketTimeout(timeout)
                                .setTimeToLive(Timeout.ofSeconds(30))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(3))
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent("Cabildo")
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param contentType media type as sent, or empty
     * @param body the body, no longer than the limit
     */
    public record Answer(int status, String contentType, byte[] body) {

        public boolean successful() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Fetches an address, following a few redirects.
     *
     * @param limit most bytes of a body; a longer one is an {@link IOException}
     * @throws AddressRefused when the address or one that it redirects to may not be called
     * @throws IOException when the other side fails or takes too long
     */
    public Answer get(URI address, int limit) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        URI current = address;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            URI asked = current;
            Exchange exchange = exchange(new HttpUriRequestBase("GET", asked), asked, limit, deadline);
            if (exchange.redirect.isEmpty()) {
                return exchange.answer;
            }
            current = asked.resolve(exchange.redirect.get());
        }
        throw new AddressRefused(Reason.TOO_MANY_REDIRECTS);
    }

    /** Sends a body to an address. A redirect is an answer like any other and not followed. */
    public Answer post(URI address, String contentType, byte[] body, Map<String, String> headers, int limit)
            throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase("POST", address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.parse(contentType)));
        return exchange(request, address, limit, System.nanoTime() + patience.toNanos()).answer;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private record Exchange(Answer answer, Optional<String> redirect) {}

    private Exchange exchange(HttpUriRequestBase request, URI address, int limit, long deadline) throws IOException {
        guard.checkForm(address);
        try {
            return client.execute(request, response -> {
                Optional<String> redirect = redirect(response);
                byte[] body = redirect.isPresent() ? new byte[0] : body(request, response, limit, deadline);
                if (redirect.isPresent()) {
                    request.abort();
                }
                Header type = response.getFirstHeader("Content-Type");
                return new Exchange(
                        new Answer(response.getCode(), type == null ? "" : type.getValue(), body), redirect);
            });
        } catch (RefusedName e) {
            throw e.refused;
        }
    }

    private static Optional<String> redirect(ClassicHttpResponse response) {
        Header location = response.getFirstHeader("Location");
        return switch (response.getCode()) {
            case 301, 302, 303, 307, 308 -> Optional.ofNullable(location).map(Header::getValue);
            default -> Optional.empty();
        };
    }

    private static byte[] body(HttpUriRequestBase request, ClassicHttpResponse response, int limit, long deadline)
            throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        try (InputStream in = response.getEntity().getContent()) {
            byte[] body = new byte[Math.min(limit, 64 * 1024)];
            int length = 0;
            for (int read = in.read(body, 0, body.length);
                    read >= 0;
                    read = in.read(body, length, body.length - length)) {
                length += read;
                if (length == body.length && length < limit) {
                    body = Arrays.copyOf(body, (int) Math.min(limit, body.length * 2L));
                } else if (length == body.length && in.read() >= 0) {
                    request.abort();
                    throw new IOException("The answer is longer than " + limit + " bytes");
                } else if (length == body.length) {
                    break;
                }
                if (System.nanoTime() > deadline) {
                    request.abort();
                    throw new IOException("The answer takes too long");
                }
            }
            return Arrays.copyOf(body, length);
        }
    }

    /** Gives the client only addresses that passed; it connects to these and asks no one else. */
    private final class GuardedResolver implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                return guard.resolve(host);
            } catch (AddressRefused e) {
                throw new RefusedName(host, e);
            }
        }

        @Override
        public @Nullable String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class RefusedName extends UnknownHostException {

        final transient AddressRefused refused;

        RefusedName(String host, AddressRefused refused) {
            super(host);
            this.refused = refused;
        }
    }
}
