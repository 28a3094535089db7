// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.request;

import java.net.InetAddress;
import java.util.List;

/** A list of address ranges in CIDR notation; a bare address is a range of one. */
class AddressRanges {

    private final List<Range> ranges;

    AddressRanges(List<String> cidrs) {
        this.ranges = cidrs.stream()
                .map(String::strip)
                .filter(cidr -> !cidr.isEmpty())
                .map(Range::parse)
                .toList();
    }

    boolean contains(String address) {
        if (ranges.isEmpty()) {
            return false;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return ranges.stream().anyMatch(range -> range.contains(bytes));
        } catch (IllegalArgumentException ignored) {
            return false;
        }
    }

    private record Range(byte[] network, int bits) {

        static Range parse(String cidr) {
            int slash = cidr.indexOf('/');
            byte[] network = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash))
                    .getAddress();
            int bits = slash < 0 ? network.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
            if (bits < 0 || bits > network.length * 8) {
                throw new IllegalArgumentException("Not an address range: " + cidr);
            }
            return new Range(network, bits);
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != network[i]) {
                    return false;
                }
            }
            int rest = bits % 8;
            int mask = 0xff << (8 - rest) & 0xff;
            return rest == 0 || (address[whole] & mask) == (network[whole] & mask);
        }
    }
}
