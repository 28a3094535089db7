// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.directory;

import java.util.Locale;

/** Host names as the directory keeps them: lower case, without port and without a trailing dot. */
public final class HostName {

    private HostName() {}

    public static String canonical(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        int port = name.startsWith("[") ? -1 : name.indexOf(':');
        if (port >= 0) {
            name = name.substring(0, port);
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
