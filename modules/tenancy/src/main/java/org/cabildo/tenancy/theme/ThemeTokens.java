// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.SiteTheme.FooterColumn;
import org.cabildo.platform.SiteTheme.Link;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A theme's design tokens (W3C Design Tokens Community Group format, 2025.10) turned into what pages use. Only the
 * colours that a tenant chooses are stored; the rest of the palette is derived.
 */
final class ThemeTokens {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double AA = 4.5;

    private final JsonNode tokens;

    ThemeTokens(String json) {
        this.tokens = JSON.readTree(json);
    }

    /** A pair of colours, the contrast it has and the contrast it needs (WCAG 2.2, success criterion 1.4.3). */
    record Pair(String foreground, String background, double ratio, double needed) {

        boolean passes() {
            return ratio >= needed;
        }
    }

    private Colour chosen(String name, Colour otherwise) {
        JsonNode hex = tokens.path("color").path(name).path("$value").path("hex");
        return hex.isString() ? Colour.hex(hex.asString()) : otherwise;
    }

    /** The whole palette by token name, as hex. */
    Map<String, String> colours() {
        Map<String, Colour> all = new LinkedHashMap<>();
        Colour surface = chosen("surface", Colour.WHITE);
        Colour text = chosen("text", Colour.hex("#1b1b1f"));
        Colour brand = chosen("brand", Colour.hex("#1f4e79"));
        Colour link = chosen("link", brand);
        all.put("brand", brand);
        all.put("brand-contrast", chosen("brand-contrast", Colour.WHITE));
        all.put("brand-strong", brand.mix(Colour.BLACK, 0.22));
        all.put("brand-soft", surface.mix(brand, 0.08));
        all.put("brand-line", surface.mix(brand, 0.28));
        all.put("accent", chosen("accent", brand));
        all.put("accent-contrast", chosen("accent-contrast", Colour.WHITE));
        all.put("surface", surface);
        all.put("surface-raised", surface.mix(Colour.WHITE, 0.7));
        all.put("surface-sunken", surface.mix(text, 0.045));
        all.put("text", text);
        all.put("text-muted", text.mix(surface, 0.3));
        all.put("border", surface.mix(text, 0.16));
        all.put("border-strong", surface.mix(text, 0.5));
        all.put("link", link);
        all.put("link-hover", link.mix(Colour.BLACK, 0.3));
        all.put("footer", chosen("footer", brand.mix(Colour.BLACK, 0.5)));
        all.put("footer-text", chosen("footer-text", Colour.WHITE));
        Map<String, String> hex = new LinkedHashMap<>();
        all.forEach((name, colour) -> hex.put(name, colour.hex()));
        return hex;
    }

    /** Every pair of colours that pages put on one another; a theme with a failing one is not published. */
    List<Pair> pairs() {
        Map<String, String> all = colours();
        List<Pair> pairs = new ArrayList<>();
        for (String[] names : new String[][] {
            {"text", "surface"},
            {"text-muted", "surface"},
            {"text-muted", "surface-sunken"},
            {"link", "surface"},
            {"link", "brand-soft"},
            {"brand", "surface"},
            {"brand-contrast", "brand"},
            {"brand-contrast", "brand-strong"},
            {"accent-contrast", "accent"},
            {"footer-text", "footer"}
        }) {
            double ratio = Colour.hex(all.get(names[0])).contrast(Colour.hex(all.get(names[1])));
            pairs.add(new Pair(names[0], names[1], ratio, AA));
        }
        return pairs;
    }

    /** The style sheet: custom properties only, built from parsed values, so that no foreign CSS can come in. */
    String stylesheet() {
        StringBuilder css = new StringBuilder(":root{");
        colours()
                .forEach((name, hex) ->
                        css.append("--c-").append(name).append(':').append(hex).append(';'));
        css.append("--radius:").append(radius()).append("px}\n");
        return css.toString();
    }

    private int radius() {
        JsonNode value = tokens.path("dimension").path("radius").path("$value").path("value");
        return value.isNumber() ? Math.clamp(value.asInt(), 0, 24) : 4;
    }

    Map<String, String> variants() {
        Map<String, String> variants = new LinkedHashMap<>();
        extension()
                .path("variants")
                .properties()
                .forEach(entry -> variants.put(entry.getKey(), entry.getValue().asString()));
        variants.put("fontHeading", font("heading"));
        variants.put("fontBody", font("body"));
        return variants;
    }

    private String font(String role) {
        JsonNode name = tokens.path("font").path(role).path("$value");
        return name.isString() ? name.asString() : "source-sans-3";
    }

    List<String> tiles() {
        List<String> tiles = new ArrayList<>();
        extension().path("tiles").forEach(tile -> tiles.add(tile.asString()));
        return tiles;
    }

    Map<String, Map<String, String>> texts() {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        extension()
                .path("texts")
                .properties()
                .forEach(text -> text.getValue()
                        .properties()
                        .forEach(localised -> texts.computeIfAbsent(
                                        localised.getKey(), language -> new LinkedHashMap<>())
                                .put(text.getKey(), localised.getValue().asString())));
        return texts;
    }

    List<FooterColumn> footer() {
        List<FooterColumn> columns = new ArrayList<>();
        extension().path("footer").forEach(column -> {
            List<Link> links = new ArrayList<>();
            column.path("links")
                    .forEach(link -> links.add(new Link(
                            localised(link.path("label")), link.path("href").asString())));
            columns.add(new FooterColumn(localised(column.path("title")), links));
        });
        return columns;
    }

    private static Map<String, String> localised(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }

    private JsonNode extension() {
        return tokens.path("$extensions").path("org.cabildo");
    }
}
