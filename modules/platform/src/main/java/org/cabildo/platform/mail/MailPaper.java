// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.util.Locale;
import org.cabildo.platform.Site;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a mail as plain text and as HTML at the same time, in the colours of the site. Words are given as text; nothing
 * of them is read as HTML.
 */
public final class MailPaper {

    private static final String FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;";

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final Site site;
    private final String language;

    private MailPaper(Site site, Locale locale) {
        this.site = site;
        this.language = locale.getLanguage();
    }

    public static MailPaper of(Site site, Locale locale) {
        return new MailPaper(site, locale);
    }

    private static String safe(String words) {
        return HtmlUtils.htmlEscape(words).replace("\n", "<br>");
    }

    public MailPaper heading(String words) {
        text.append(words).append("\n\n");
        html.append("<h2 style=\"margin:24px 0 8px;font-size:18px;line-height:1.3\">")
                .append(safe(words))
                .append("</h2>\n");
        return this;
    }

    public MailPaper paragraph(String words) {
        text.append(words).append("\n\n");
        html.append("<p style=\"margin:0 0 16px\">").append(safe(words)).append("</p>\n");
        return this;
    }

    /** Somebody's own words. */
    public MailPaper quote(String words) {
        text.append("> ").append(words.replace("\n", "\n> ")).append("\n\n");
        html.append("<blockquote style=\"margin:0 0 16px;padding:8px 16px;border-left:4px solid ")
                .append(brand())
                .append(";background:#f5f5f5\">")
                .append(safe(words))
                .append("</blockquote>\n");
        return this;
    }

    /** The one thing to do. */
    public MailPaper button(String label, String address) {
        text.append(label).append(":\n").append(address).append("\n\n");
        html.append("<p style=\"margin:0 0 24px\"><a href=\"")
                .append(safe(address))
                .append("\" style=\"display:inline-block;padding:12px 20px;border-radius:6px;text-decoration:none;")
                .append("font-weight:600;background:")
                .append(brand())
                .append(";color:")
                .append(colour("brandContrast", "#ffffff"))
                .append("\">")
                .append(safe(label))
                .append("</a></p>\n");
        return this;
    }

    public MailPaper link(String label, String address) {
        text.append("- ").append(label).append("\n  ").append(address).append("\n");
        html.append("<p style=\"margin:0 0 8px\"><a href=\"")
                .append(safe(address))
                .append("\" style=\"color:#1a4fa0\">")
                .append(safe(label))
                .append("</a></p>\n");
        return this;
    }

    /** What stands small at the end. */
    public MailPaper small(String words, String label, String address) {
        text.append("-- \n")
                .append(words)
                .append("\n")
                .append(label)
                .append(": ")
                .append(address)
                .append("\n");
        html.append(
                        "<p style=\"margin:24px 0 0;padding-top:12px;border-top:1px solid #d0d0d0;font-size:13px;color:#555\">")
                .append(safe(words))
                .append("<br><a href=\"")
                .append(safe(address))
                .append("\" style=\"color:#555\">")
                .append(safe(label))
                .append("</a></p>\n");
        return this;
    }

    public String text() {
        return text.toString().strip() + "\n";
    }

    public String html() {
        return "<!doctype html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"></head>\n"
                + "<body style=\"margin:0;background:#f0f0f0;" + FONT
                + "font-size:16px;line-height:1.5;color:#1c1c1c\">\n"
                + "<div style=\"max-width:600px;margin:0 auto;background:#ffffff\">\n"
                + "<p style=\"margin:0;padding:16px 24px;font-weight:700;background:" + brand() + ";color:"
                + colour("brandContrast", "#ffffff") + "\">" + safe(site.name()) + "</p>\n"
                + "<div style=\"padding:24px\">\n" + html + "</div>\n</div>\n</body></html>\n";
    }

    private String brand() {
        return colour("brand", "#1f4e79");
    }

    private String colour(String token, String otherwise) {
        String colour = site.theme().colours().getOrDefault(token, otherwise);
        return colour.matches("#[0-9A-Fa-f]{6}") ? colour : otherwise;
    }
}
