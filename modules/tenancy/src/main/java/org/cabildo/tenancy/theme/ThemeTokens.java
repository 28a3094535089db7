// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.SiteTheme.FooterColumn;
import org.cabildo.platform.SiteTheme.Link;
import org.cabildo.tenancy.theme.colour.ContrastPair;
import org.cabildo.tenancy.theme.colour.Palette;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A theme's design tokens (W3C Design Tokens Community Group format, 2025.10) turned into what pages use. Only the
 * colours that a tenant chooses are stored; the rest of the palette is derived.
 */
final class ThemeTokens {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode tokens;

    ThemeTokens(String json) {
        this.tokens = JSON.readTree(json);
    }

    /** The colours that were chosen. */
    Palette palette() {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String token : Palette.TOKENS) {
            JsonNode hex = tokens.path("color").path(token).path("$value").path("hex");
            if (hex.isString()) {
                chosen.put(token, hex.asString());
            }
        }
        return Palette.of(chosen);
    }

    /** What was chosen, with neutral values for what is missing. */
    ThemeChoices choices() {
        Map<String, String> variants = new LinkedHashMap<>();
        ThemeChoices.VARIANTS.forEach((name, values) -> {
            String value = extension().path("variants").path(name).asString(values.getFirst());
            variants.put(name, values.contains(value) ? value : values.getFirst());
        });
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        ThemeChoices.TEXTS.forEach(
                key -> texts.put(key, localised(extension().path("texts").path(key))));
        return new ThemeChoices(palette(), font("heading"), font("body"), radius(), variants, tiles(), footer(), texts);
    }

    /** The whole palette by token name, as hex. */
    Map<String, String> colours() {
        return palette().colours();
    }

    /** Every pair of colours that pages put on one another; a theme with a failing one is not published. */
    List<ContrastPair> pairs() {
        return palette().pairs();
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
