// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cabildo.gateway.GatewaySettings;
import org.cabildo.gateway.directory.HostName;
import org.cabildo.gateway.directory.SiteDirectory;
import org.cabildo.gateway.directory.SiteEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who asks for what: client address, scheme, host and the site behind it. */
@Component
public class Arrivals {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final GatewaySettings settings;
    private final SiteDirectory directory;
    private final AddressRanges trustedProxies;
    private final String identityHost;

    Arrivals(GatewaySettings settings, SiteDirectory directory) {
        this.settings = settings;
        this.directory = directory;
        this.trustedProxies = new AddressRanges(settings.trustedProxies());
        this.identityHost = HostName.canonical(settings.identityHost());
    }

    /** Never fails: what is wrong with a request is for others to judge. */
    public EdgeRequest read(HttpServletRequest request) {
        boolean trusted = trustedProxies.contains(request.getRemoteAddr());
        String scheme = trusted ? forwardedScheme(request) : settings.publicScheme();
        String host = HostName.canonical(request.getServerName());
        boolean identity = host.equals(identityHost);
        SiteEntry site = identity ? null : directory.find(host).orElse(null);
        return new EdgeRequest(
                requestId(request.getHeader("X-Request-Id")),
                trusted ? forwardedClient(request) : request.getRemoteAddr(),
                scheme,
                scheme.equals(settings.publicScheme()) ? settings.publicPort() : scheme.equals("https") ? 443 : 80,
                host,
                identity ? Target.IDENTITY : site == null ? null : Target.MONOLITH,
                site);
    }

    private static String requestId(@Nullable String offered) {
        return offered != null && REQUEST_ID.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }

    /** The last address that no trusted proxy has: what stands before it, anybody may have written. */
    private String forwardedClient(HttpServletRequest request) {
        String client = request.getRemoteAddr();
        for (String address : values(request, "X-Forwarded-For").reversed()) {
            if (!isAddress(address)) {
                break;
            }
            client = address;
            if (!trustedProxies.contains(address)) {
                break;
            }
        }
        return client;
    }

    private String forwardedScheme(HttpServletRequest request) {
        List<String> schemes = values(request, "X-Forwarded-Proto");
        String last = schemes.isEmpty() ? "" : schemes.getLast();
        return last.equals("http") || last.equals("https") ? last : settings.publicScheme();
    }

    private static List<String> values(HttpServletRequest request, String header) {
        List<String> values = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders(header))) {
            for (String value : line.split(",")) {
                values.add(value.strip());
            }
        }
        return values;
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException ignored) {
            return false;
        }
    }
}
