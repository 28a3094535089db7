// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.domains;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host names as people write them, brought into the form in which requests carry them. */
final class HostName {

    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final int LONGEST = 245; // leaves room for the label of the proof

    private HostName() {}

    /** The host in what was typed, which may be a whole address; empty when it is no host name. */
    static Optional<String> in(String typed) {
        String host = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("[/?#].*$", "")
                .replaceFirst(":[0-9]+$", "")
                .replaceFirst("\\.$", "");
        try {
            String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
            return ascii.length() <= LONGEST && FORM.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException exception) {
            return Optional.empty();
        }
    }
}
