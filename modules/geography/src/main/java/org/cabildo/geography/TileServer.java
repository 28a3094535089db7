// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where pictures of streets come from that maps show below the boundaries. Readers' browsers ask that server, so a tenant
 * has none unless it chooses one.
 *
 * @param url https address with {@code {z}}, {@code {x}} and {@code {y}}
 * @param attribution whom the server's conditions want named, as text
 * @param maxZoom the closest zoom that it has
 */
public record TileServer(String url, String attribution, int maxZoom) {

    private static final Pattern ADDRESS =
            Pattern.compile("(https://[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?::[0-9]{2,5})?)/[A-Za-z0-9_.~/?=&%{}@-]+");

    public TileServer {
        if (!ADDRESS.matcher(url).matches()
                || url.length() > 300
                || !url.contains("{z}")
                || !url.contains("{x}")
                || !url.contains("{y}")
                || url.replace("{z}", "").replace("{x}", "").replace("{y}", "").matches(".*[{}].*")) {
            throw new IllegalArgumentException("Not the address of a tile server: " + url);
        }
        URI.create(url.replace("{", "").replace("}", ""));
        if (attribution.isBlank() || attribution.length() > 200) {
            throw new IllegalArgumentException("A tile server is named in at most 200 letters");
        }
        if (maxZoom < 1 || maxZoom > 24) {
            throw new IllegalArgumentException("Zoom goes from 1 to 24");
        }
    }

    /** Scheme and host, as a content security policy names them. */
    public String origin() {
        Matcher address = ADDRESS.matcher(url);
        address.matches();
        return address.group(1);
    }
}
