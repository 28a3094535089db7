// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.SiteTheme.FooterColumn;
import org.cabildo.tenancy.theme.colour.Palette;

/**
 * Everything that a tenant chooses of its look but the pictures.
 *
 * @param palette colours
 * @param headingFont one of {@link #FONTS}
 * @param bodyFont one of {@link #FONTS}, never a display face
 * @param radius one of {@link #RADII}, in pixels
 * @param variants a value for each key of {@link #VARIANTS}
 * @param tiles keys of home-page tiles in the order wished for
 * @param footer at most four columns of links
 * @param texts {@code tagline}, {@code heroTitle} and {@code heroText}, each by language
 */
public record ThemeChoices(
        Palette palette,
        String headingFont,
        String bodyFont,
        int radius,
        Map<String, String> variants,
        List<String> tiles,
        List<FooterColumn> footer,
        Map<String, Map<String, String>> texts) {

    /** Families that the portals serve; the last one is for headings only. */
    public static final List<String> FONTS =
            List.of("source-sans-3", "inter", "atkinson-hyperlegible", "source-serif-4", "bitter", "fraunces");

    public static final List<Integer> RADII = List.of(0, 4, 8, 12);

    /** The choices of layout, in canonical order, with their values. */
    public static final Map<String, List<String>> VARIANTS = ordered();

    public static final List<String> TEXTS = List.of("tagline", "heroTitle", "heroText");

    private static Map<String, List<String>> ordered() {
        Map<String, List<String>> variants = new LinkedHashMap<>();
        variants.put("header", List.of("light", "band", "dark"));
        variants.put("hero", List.of("pattern", "image", "plain"));
        variants.put("home", List.of("classic", "mosaic", "figures"));
        variants.put("pattern", List.of("contour", "weave", "river", "port-grid", "terraces", "plain"));
        variants.put("density", List.of("comfortable", "compact"));
        return java.util.Collections.unmodifiableMap(variants);
    }

    /** The same choices with other colours. */
    public ThemeChoices with(Palette colours) {
        return new ThemeChoices(colours, headingFont, bodyFont, radius, variants, tiles, footer, texts);
    }

    /** The same choices with other letters, corners and layout. */
    public ThemeChoices with(String heading, String body, int corners, Map<String, String> layout) {
        return new ThemeChoices(palette, heading, body, corners, layout, tiles, footer, texts);
    }

    /** The same choices with other words and another order of tiles. */
    public ThemeChoices with(Map<String, Map<String, String>> words, List<String> order) {
        return new ThemeChoices(palette, headingFont, bodyFont, radius, variants, order, footer, words);
    }

    /** The same choices with another footer. */
    public ThemeChoices with(List<FooterColumn> columns) {
        return new ThemeChoices(palette, headingFont, bodyFont, radius, variants, tiles, columns, texts);
    }

    public String variant(String name) {
        return variants.getOrDefault(name, VARIANTS.get(name).getFirst());
    }

    /** A short text in a language, empty where there is none. */
    public String text(String key, String language) {
        return texts.getOrDefault(key, Map.of()).getOrDefault(language, "");
    }
}
