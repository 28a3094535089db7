// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.outbound;

import java.net.InetAddress;

/** A block of addresses in CIDR notation; an IPv4-mapped IPv6 address counts as the IPv4 address in it. */
record AddressRange(InetAddress base, int bits) {

    static AddressRange of(String cidr) {
        int slash = cidr.indexOf('/');
        InetAddress base = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash));
        int most = base.getAddress().length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(cidr.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("Not an address range: " + cidr);
        }
        return new AddressRange(base, bits);
    }

    boolean contains(InetAddress address) {
        byte[] left = base.getAddress();
        byte[] right = address.getAddress();
        if (left.length != right.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((left[i / 8] & mask) != (right[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
