// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Addresses of pictures at other places. Nothing is fetched from them. */
final class Media {

    static final int LONGEST = 1_000;

    /** The most pictures of one update. */
    static final int MOST = 3;

    private Media() {}

    /** The address, if it is one of the web or none. */
    static String address(String given) {
        if (given.isEmpty()) {
            return given;
        }
        try {
            URI address = new URI(given);
            if (address.getHost() != null
                    && address.getUserInfo() == null
                    && Set.of("http", "https")
                            .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))) {
                return address.toASCIIString();
            }
        } catch (URISyntaxException exception) {
            throw Refusal.wrong("complaints.open311.media");
        }
        throw Refusal.wrong("complaints.open311.media");
    }
}
