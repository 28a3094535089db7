// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published theme as pages use it. Assets are URLs on the site's own host.
 *
 * @param stylesheet URL of the hashed style sheet with the theme's custom properties
 * @param variants layout choices by name: {@code header} (light, band, dark), {@code hero} (pattern, image, plain),
 *     {@code home} (classic, mosaic, figures), {@code pattern} (name of a built-in pattern), {@code density}
 * @param assets URLs by role: {@code logo}, {@code mark}, {@code favicon}, {@code hero}; a role may be absent
 * @param tiles keys of home-page tiles in the order wished for; others follow
 * @param footer columns of the footer, labels by language
 * @param texts short texts by locale tag and key: {@code tagline}, {@code heroTitle}, {@code heroText}
 * @param colours resolved hex colours by token name, for mail, manifests of web apps and maintenance pages
 */
public record SiteTheme(
        String stylesheet,
        Map<String, String> variants,
        Map<String, String> assets,
        List<String> tiles,
        List<FooterColumn> footer,
        Map<String, Map<String, String>> texts,
        Map<String, String> colours) {

    /** A titled list of links in the footer; the title by language. */
    public record FooterColumn(Map<String, String> title, List<Link> links) {}

    /** A text by language and where it leads; the address is a path of the site or an https URL. */
    public record Link(Map<String, String> label, String href) {}

    /** The same look marked as a draft that the public does not see yet: pages say so in a bar. */
    public SiteTheme asDraft() {
        Map<String, String> marked = new LinkedHashMap<>(variants);
        marked.put("draft", "true");
        return new SiteTheme(stylesheet, marked, assets, tiles, footer, texts, colours);
    }

    public boolean draft() {
        return variants.containsKey("draft");
    }

    public String variant(String name, String otherwise) {
        return variants.getOrDefault(name, otherwise);
    }

    public Optional<String> asset(String role) {
        return Optional.ofNullable(assets.get(role));
    }
}
