// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cabildo.platform.outbound.AddressRefused.Reason;

/**
 * Says which addresses may be called on behalf of people: public ones on the web's ports. Everything that the
 * special-purpose registries (RFC 6890) do not route globally is refused, as are the IPv6 forms that carry an IPv4
 * address inside; an operator may allow ranges of the own network.
 */
public final class OutboundAddressGuard {

    /** Turns a name into addresses. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);
    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(AddressRange::of)
            .toList();
    private static final AddressRange GLOBAL_V6 = AddressRange.of("2000::/3");

    private final Resolver resolver;
    private final List<AddressRange> allowed;
    private final Set<Integer> ports;

    /** @param allowed ranges in CIDR notation that are reachable although they are not public */
    public OutboundAddressGuard(Resolver resolver, List<String> allowed) {
        this(resolver, allowed, PORTS);
    }

    OutboundAddressGuard(Resolver resolver, List<String> allowed, Set<Integer> ports) {
        this.resolver = resolver;
        this.allowed = allowed.stream().map(AddressRange::of).toList();
        this.ports = ports;
    }

    /**
     * Checks the form of an address and where its name leads now, to answer a form with. The decision that counts is
     * taken again when a connection is made.
     *
     * @throws AddressRefused with the reason to show beside the field
     */
    public void check(URI address) {
        checkForm(address);
        resolve(address.getHost());
    }

    /** Checks all that can be known without resolving the name. */
    void checkForm(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new AddressRefused(Reason.NOT_A_WEB_ADDRESS);
        }
        int port = address.getPort();
        boolean allowedHost = !allowed.isEmpty() && allowedLiteral(address.getHost());
        if (port != -1 && !ports.contains(port) && !allowedHost) {
            throw new AddressRefused(Reason.PORT);
        }
    }

    /** The addresses of a name, all of which may be called; one that may not refuses them all. */
    InetAddress[] resolve(String host) {
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(bare(host));
        } catch (UnknownHostException e) {
            throw new AddressRefused(Reason.UNKNOWN_HOST);
        }
        if (addresses.length == 0) {
            throw new AddressRefused(Reason.UNKNOWN_HOST);
        }
        if (!Arrays.stream(addresses).allMatch(this::reachable)) {
            throw new AddressRefused(Reason.NOT_PUBLIC);
        }
        return addresses;
    }

    /** Whether connections to the address are allowed. */
    public boolean reachable(InetAddress address) {
        if (allowed.stream().anyMatch(range -> range.contains(address))) {
            return true;
        }
        boolean v6 = address.getAddress().length == 16;
        return (!v6 || GLOBAL_V6.contains(address))
                && SPECIAL.stream().noneMatch(range -> range.contains(address))
                && !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress();
    }

    private boolean allowedLiteral(String host) {
        try {
            InetAddress literal = InetAddress.ofLiteral(bare(host));
            return allowed.stream().anyMatch(range -> range.contains(literal));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
