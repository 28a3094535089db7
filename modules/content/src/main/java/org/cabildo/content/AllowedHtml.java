// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The allow list of what texts may contain: the second wall after Markdown that shows HTML as text. */
final class AllowedHtml {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "p",
                    "br",
                    "hr",
                    "strong",
                    "em",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "pre")
            .allowElements("code", "table", "thead", "tbody", "tr", "th", "td", "div", "a")
            .allowElements((element, attributes) -> attributes.contains("src") ? element : null, "img")
            .allowAttributes("class")
            .matching(Pattern.compile("num|table-wrap|language-[a-z0-9-]+"))
            .onElements("th", "td", "div", "code")
            .allowAttributes("tabindex")
            .matching(Pattern.compile("0"))
            .onElements("div")
            .allowAttributes("role")
            .matching(Pattern.compile("region"))
            .onElements("div")
            .allowAttributes("aria-label")
            .onElements("div")
            .allowAttributes("scope")
            .matching(Pattern.compile("col"))
            .onElements("th")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,6}"))
            .onElements("ol")
            .allowAttributes("rel")
            .matching(Pattern.compile("external noopener"))
            .onElements("a")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("src")
            .matching(Pattern.compile("/archivos/[a-z0-9._-]+"))
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowAttributes("loading")
            .matching(Pattern.compile("lazy"))
            .onElements("img")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowWithoutAttributes("a", "div")
            .toFactory();

    private AllowedHtml() {}

    static String of(String html) {
        return POLICY.sanitize(html);
    }
}
