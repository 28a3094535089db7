// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.cabildo.gateway.notice.Notice;
import org.cabildo.gateway.request.EdgeRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one JSON line for each request, also for malformed ones, and counts it. A line says nothing about the person:
 * no address, no user agent, no query, and no path segment that looks like a secret or a mail address.
 */
class AccessRecords extends ValveBase implements AccessLog {

    private static final Logger log = LoggerFactory.getLogger("org.cabildo.gateway.access");
    private static final Pattern SECRET = Pattern.compile(
            "(?<=/)(?:[^/]*(?:@|%40)[^/]*|[A-Za-z0-9_~]{24,}|(?=[^/]*[A-Z])(?=[^/]*[0-9])[A-Za-z0-9_.~-]{20,})(?=/|$)");
    private static final int LONGEST_PATH = 300;
    private static final int MOST_TENANTS = 5_000;

    private final MeterRegistry meters;
    private final Set<String> tenants = ConcurrentHashMap.newKeySet();

    AccessRecords(MeterRegistry meters) {
        super(true);
        this.meters = meters;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        EdgeRequest edge = request.getRequest() == null
                ? null
                : EdgeRequest.of(request.getRequest()).orElse(null);
        int status = response.getStatus();
        String outcome = outcome(request, edge);
        count(edge == null ? "unknown" : edge.tenant(), status, outcome, nanos);
        if (log.isInfoEnabled()) {
            log.info(line(request, response, edge, outcome, nanos));
        }
    }

    private static String outcome(Request request, @Nullable EdgeRequest edge) {
        if (request.getAttribute(Notice.attribute()) instanceof Notice notice) {
            return notice.outcome();
        }
        return edge == null ? "refused" : "forwarded";
    }

    private static String line(
            Request request, Response response, @Nullable EdgeRequest edge, String outcome, long nanos) {
        StringBuilder line = new StringBuilder(256).append("{\"time\":\"");
        line.append(Instant.now().truncatedTo(ChronoUnit.MILLIS)).append('"');
        text(line, "host", edge == null || edge.target() == null ? "unknown" : edge.host());
        text(line, "tenant", edge == null ? "unknown" : edge.tenant());
        text(line, "method", request.getMethod());
        text(line, "path", path(request.getRequestURI()));
        number(line, "status", response.getStatus());
        number(line, "ms", TimeUnit.NANOSECONDS.toMillis(nanos));
        number(line, "bytes", response.getBytesWritten(false));
        text(line, "outcome", outcome);
        text(line, "id", edge == null ? null : edge.id());
        return line.append('}').toString();
    }

    private static String path(@Nullable String uri) {
        if (uri == null) {
            return "";
        }
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        path = SECRET.matcher(path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path)
                .replaceAll("*");
        return path;
    }

    private static void number(StringBuilder line, String name, long value) {
        line.append(",\"").append(name).append("\":").append(value);
    }

    private static void text(StringBuilder line, String name, @Nullable String value) {
        line.append(",\"").append(name).append("\":\"");
        if (value != null) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    line.append('\\').append(c);
                } else if (c < 0x20 || c > 0x7e) {
                    line.append("\\u").append(String.format("%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
        line.append('"');
    }

    private void count(String tenant, int status, String outcome, long nanos) {
        String kind = status / 100 + "xx";
        Counter.builder("cabildo.gateway.requests")
                .description("Requests by tenant, kind of status and what became of them")
                .tag("tenant", bounded(tenant))
                .tag("status", kind)
                .tag("outcome", outcome)
                .register(meters)
                .increment();
        Timer.builder("cabildo.gateway.duration")
                .description("Time from request to the end of the answer")
                .tag("status", kind)
                .tag("outcome", outcome)
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private String bounded(String tenant) {
        return tenants.contains(tenant)
                        || tenants.size() < MOST_TENANTS && tenants.add(tenant)
                        || tenants.contains(tenant)
                ? tenant
                : "other";
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {}

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
