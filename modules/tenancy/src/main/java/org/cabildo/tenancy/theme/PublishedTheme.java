// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.SiteTheme;

/**
 * A published theme with its compiled style sheet.
 *
 * @param css the style sheet
 * @param markDataUri the emblem as a data URI for pages that the gateway makes; empty when too large or absent
 */
public record PublishedTheme(SiteTheme theme, String css, String cssHash, String markDataUri) {

    /** What a tenant without a published theme looks like, and the console. */
    public static final PublishedTheme NEUTRAL = of(new ThemeTokens("{}"), List.of(), "");

    static PublishedTheme of(ThemeTokens tokens, List<ThemeFile> files, String markDataUri) {
        String css = tokens.stylesheet();
        String hash = hash(css);
        Map<String, String> assets = new LinkedHashMap<>();
        files.forEach(file -> assets.put(file.role(), file.url()));
        SiteTheme theme = new SiteTheme(
                "/tema/" + hash + ".css",
                tokens.variants(),
                assets,
                tokens.tiles(),
                tokens.footer(),
                tokens.texts(),
                tokens.colours());
        return new PublishedTheme(theme, css, hash, markDataUri);
    }

    private static String hash(String css) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
