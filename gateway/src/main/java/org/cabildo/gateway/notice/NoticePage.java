// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.cabildo.gateway.directory.SiteEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A notice as a page that needs nothing else: one file, one hashed style sheet, the site's mark as a data URI.
 *
 * @param html the document
 * @param policy its content security policy
 */
record NoticePage(String html, String policy) {

    private static final String STYLE = """
            *{box-sizing:border-box}
            body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;background:%s;color:%s}
            header{background:%s;color:%s}
            header div,main{max-width:42rem;margin:0 auto;padding:1rem 1.25rem}
            header div{display:flex;gap:.75rem;align-items:center;min-height:4.5rem;font-weight:600;font-size:1.25rem}
            header img{width:3rem;height:3rem;object-fit:contain}
            main{padding-top:3rem;padding-bottom:3rem}
            h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem;text-wrap:balance}
            p{margin:0 0 1rem}
            a{color:inherit;text-underline-offset:.2em}
            a:focus-visible{outline:3px solid currentColor;outline-offset:3px}
            small{font-size:.875rem}
            """;

    static NoticePage of(
            Notice notice,
            @Nullable SiteEntry site,
            Language language,
            @Nullable String requestId,
            boolean repeatable) {
        String style = style(site);
        StringBuilder html = new StringBuilder(2_048)
                .append("<!doctype html>\n<html lang=\"")
                .append(language.tag())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .append("<meta name=\"robots\" content=\"noindex\">\n<title>")
                .append(escaped(language.word(notice.key() + ".title")));
        if (site != null) {
            html.append(" · ").append(escaped(site.name()));
        }
        html.append("</title>\n<style>").append(style).append("</style>\n</head>\n<body>\n");
        if (site != null) {
            html.append("<header><div>");
            if (!site.mark().isEmpty()) {
                html.append("<img src=\"").append(escaped(site.mark())).append("\" alt=\"\">");
            }
            html.append("<span>").append(escaped(site.name())).append("</span></div></header>\n");
        }
        html.append("<main>\n<h1>").append(escaped(language.word(notice.key() + ".title")));
        html.append("</h1>\n<p>")
                .append(escaped(language.word(notice.key() + ".text")))
                .append("</p>\n");
        if (repeatable) {
            html.append("<p><a href=\"\">")
                    .append(escaped(language.word("again")))
                    .append("</a></p>\n");
        }
        if (requestId != null) {
            html.append("<p><small>")
                    .append(escaped(language.word("reference")))
                    .append(' ');
            html.append(escaped(requestId)).append("</small></p>\n");
        }
        return new NoticePage(html.append("</main>\n</body>\n</html>\n").toString(), policy(style));
    }

    private static String style(@Nullable SiteEntry site) {
        String surface = colour(site, "surface", "#ffffff");
        String brand = colour(site, "brand", "#26323a");
        return STYLE.formatted(
                surface,
                Contrast.readable(colour(site, "text", "#1b1f23"), surface),
                brand,
                Contrast.readable(colour(site, "brandContrast", "#ffffff"), brand));
    }

    private static String colour(@Nullable SiteEntry site, String role, String otherwise) {
        return site == null ? otherwise : site.colours().getOrDefault(role, otherwise);
    }

    private static String policy(String style) {
        return "default-src 'none'; style-src 'sha256-" + sha256(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
