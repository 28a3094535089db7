// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.SiteTheme.FooterColumn;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes choices as {@code tokens.json} in canonical form: the schema's order of keys, two spaces, a line for each
 * member and element, LF, a final newline. Reading such a file and writing it again gives the same bytes.
 */
final class TokensFile {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final BigDecimal BYTE = BigDecimal.valueOf(255);

    private TokensFile() {}

    static String write(ThemeChoices choices) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("color", colours(choices));
        root.put("font", fonts(choices));
        root.put("dimension", dimensions(choices));
        root.put("$extensions", Map.of("org.cabildo", layout(choices)));
        StringBuilder text = new StringBuilder();
        value(root, "", text);
        return text.append('\n').toString();
    }

    private static Map<String, Object> colours(ThemeChoices choices) {
        Map<String, Object> colours = new LinkedHashMap<>();
        colours.put("$type", "color");
        for (String token : org.cabildo.tenancy.theme.colour.Palette.TOKENS) {
            String hex = choices.palette().chosen(token);
            if (hex != null) {
                colours.put(token, Map.of("$value", colour(hex)));
            }
        }
        return colours;
    }

    private static Map<String, Object> colour(String hex) {
        List<BigDecimal> components = new ArrayList<>();
        for (int at = 1; at < 7; at += 2) {
            BigDecimal part = BigDecimal.valueOf(Integer.parseInt(hex.substring(at, at + 2), 16));
            components.add(part.divide(BYTE, 4, RoundingMode.HALF_UP).stripTrailingZeros());
        }
        Map<String, Object> colour = new LinkedHashMap<>();
        colour.put("colorSpace", "srgb");
        colour.put("components", components);
        colour.put("hex", hex);
        return colour;
    }

    private static Map<String, Object> fonts(ThemeChoices choices) {
        Map<String, Object> fonts = new LinkedHashMap<>();
        fonts.put("$type", "fontFamily");
        fonts.put("heading", Map.of("$value", choices.headingFont()));
        fonts.put("body", Map.of("$value", choices.bodyFont()));
        return fonts;
    }

    private static Map<String, Object> dimensions(ThemeChoices choices) {
        Map<String, Object> radius = new LinkedHashMap<>();
        radius.put("value", BigDecimal.valueOf(choices.radius()));
        radius.put("unit", "px");
        Map<String, Object> dimensions = new LinkedHashMap<>();
        dimensions.put("$type", "dimension");
        dimensions.put("radius", Map.of("$value", radius));
        return dimensions;
    }

    private static Map<String, Object> layout(ThemeChoices choices) {
        Map<String, Object> variants = new LinkedHashMap<>();
        ThemeChoices.VARIANTS.keySet().forEach(name -> variants.put(name, choices.variant(name)));
        Map<String, Object> texts = new LinkedHashMap<>();
        ThemeChoices.TEXTS.forEach(key -> texts.put(key, choices.texts().getOrDefault(key, Map.of())));
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("variants", variants);
        layout.put("tiles", choices.tiles());
        layout.put("footer", choices.footer().stream().map(TokensFile::column).toList());
        layout.put("texts", texts);
        return layout;
    }

    private static Map<String, Object> column(FooterColumn column) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("title", column.title());
        written.put(
                "links",
                column.links().stream()
                        .map(link -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("label", link.label());
                            entry.put("href", link.href());
                            return entry;
                        })
                        .toList());
        return written;
    }

    private static void value(Object value, String indent, StringBuilder text) {
        if (value instanceof Map<?, ?> object) {
            List<String> members = new ArrayList<>();
            object.forEach(
                    (key, member) -> members.add(JSON.writeValueAsString(key) + ": " + nested(member, indent + "  ")));
            block('{', members, '}', indent, text);
        } else if (value instanceof List<?> list) {
            List<String> elements =
                    list.stream().map(element -> nested(element, indent + "  ")).toList();
            block('[', elements, ']', indent, text);
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else {
            text.append(JSON.writeValueAsString(value));
        }
    }

    private static String nested(Object value, String indent) {
        StringBuilder text = new StringBuilder();
        value(value, indent, text);
        return text.toString();
    }

    private static void block(char open, List<String> lines, char close, String indent, StringBuilder text) {
        if (lines.isEmpty()) {
            text.append(open).append(close);
            return;
        }
        String inner = "\n" + indent + "  ";
        text.append(open).append(inner).append(String.join("," + inner, lines));
        text.append('\n').append(indent).append(close);
    }
}
