// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The colours that a tenant chooses, as {@code #rrggbb}; the other colours of the pages are derived from them. Footer
 * colours may be left out, both or none: then they follow from the brand colour.
 *
 * @throws IllegalArgumentException for anything that is no such colour
 */
public record Palette(
        String brand,
        String brandContrast,
        String accent,
        String accentContrast,
        String surface,
        String text,
        String link,
        @Nullable String footer,
        @Nullable String footerText) {

    /** The chosen tokens in their canonical order. */
    public static final List<String> TOKENS = List.of(
            "brand", "brand-contrast", "accent", "accent-contrast", "surface", "text", "link", "footer", "footer-text");

    /** What a tenant without a theme has. */
    public static final Palette NEUTRAL =
            new Palette("#1f4e79", "#ffffff", "#1f4e79", "#ffffff", "#ffffff", "#1b1b1f", "#1f4e79", null, null);

    public Palette {
        brand = Colour.hex(brand).hex();
        brandContrast = Colour.hex(brandContrast).hex();
        accent = Colour.hex(accent).hex();
        accentContrast = Colour.hex(accentContrast).hex();
        surface = Colour.hex(surface).hex();
        text = Colour.hex(text).hex();
        link = Colour.hex(link).hex();
        footer = footer == null ? null : Colour.hex(footer).hex();
        footerText = footerText == null ? null : Colour.hex(footerText).hex();
    }

    /**
     * A complete palette around a brand colour and an accent. Both are moved as little as possible until every pair
     * reaches its contrast.
     */
    public static Palette around(String brand, String accent) {
        Colour main = Colour.hex(brand);
        Colour second = Colour.hex(accent);
        String onAccent =
                second.contrast(Colour.WHITE) >= 4.5 ? "#ffffff" : ink(main).hex();
        String ink = ink(main).hex();
        String footer = main.mix(Colour.BLACK, 0.5).hex();
        String onFooter = Colour.WHITE.mix(main, 0.06).hex();
        return new Palette(brand, "#ffffff", accent, onAccent, "#ffffff", ink, brand, footer, onFooter).mended();
    }

    /** Nearly black with a breath of the brand's hue. */
    private static Colour ink(Colour brand) {
        return brand.lightness(0.24).mix(Colour.BLACK, 0.15).chroma(0.03);
    }

    /** The chosen colour of a token; null for footer colours that are left out. */
    public @Nullable String chosen(String token) {
        return switch (token) {
            case "brand" -> brand;
            case "brand-contrast" -> brandContrast;
            case "accent" -> accent;
            case "accent-contrast" -> accentContrast;
            case "surface" -> surface;
            case "text" -> text;
            case "link" -> link;
            case "footer" -> footer;
            case "footer-text" -> footerText;
            default -> throw new IllegalArgumentException("A tenant chooses no colour named " + token);
        };
    }

    /** The same palette with another colour for a chosen token. */
    public Palette with(String token, String hex) {
        Map<String, String> all = new LinkedHashMap<>();
        TOKENS.forEach(name -> all.put(name, chosen(name)));
        if (token.startsWith("footer")) {
            all.put("footer", colours().get("footer"));
            all.put("footer-text", colours().get("footer-text"));
        }
        all.put(token, hex);
        return of(all);
    }

    /** A palette from chosen colours by token; what is missing is neutral. */
    public static Palette of(Map<String, String> chosen) {
        return new Palette(
                chosen.getOrDefault("brand", NEUTRAL.brand),
                chosen.getOrDefault("brand-contrast", NEUTRAL.brandContrast),
                chosen.getOrDefault("accent", chosen.getOrDefault("brand", NEUTRAL.accent)),
                chosen.getOrDefault("accent-contrast", NEUTRAL.accentContrast),
                chosen.getOrDefault("surface", NEUTRAL.surface),
                chosen.getOrDefault("text", NEUTRAL.text),
                chosen.getOrDefault("link", chosen.getOrDefault("brand", NEUTRAL.link)),
                chosen.get("footer"),
                chosen.get("footer-text"));
    }

    /** Every colour of the pages by token name, chosen and derived. */
    public Map<String, String> colours() {
        Colour main = Colour.hex(brand);
        Colour page = Colour.hex(surface);
        Colour ink = Colour.hex(text);
        Map<String, Colour> all = new LinkedHashMap<>();
        all.put("brand", main);
        all.put("brand-contrast", Colour.hex(brandContrast));
        all.put("brand-strong", main.mix(Colour.BLACK, 0.22));
        all.put("brand-soft", page.mix(main, 0.08));
        all.put("brand-line", page.mix(main, 0.28));
        all.put("accent", Colour.hex(accent));
        all.put("accent-contrast", Colour.hex(accentContrast));
        all.put("surface", page);
        all.put("surface-raised", page.mix(Colour.WHITE, 0.7));
        all.put("surface-sunken", page.mix(ink, 0.045));
        all.put("text", ink);
        all.put("text-muted", ink.mix(page, 0.3));
        all.put("border", page.mix(ink, 0.16));
        all.put("border-strong", page.mix(ink, 0.5));
        all.put("link", Colour.hex(link));
        all.put("link-hover", Colour.hex(link).mix(Colour.BLACK, 0.3));
        all.put("footer", footer == null ? main.mix(Colour.BLACK, 0.5) : Colour.hex(footer));
        all.put("footer-text", footerText == null ? Colour.WHITE : Colour.hex(footerText));
        Map<String, String> hex = new LinkedHashMap<>();
        all.forEach((name, colour) -> hex.put(name, colour.hex()));
        return hex;
    }

    /** Every pair of colours that pages put on one another; a theme with a failing one is not published. */
    public List<ContrastPair> pairs() {
        return Contrast.pairs(this);
    }

    /** The pairs that fail, gathered by the change that would mend them. */
    public Map<ContrastPair.Proposal, List<ContrastPair>> repairs() {
        Map<ContrastPair.Proposal, List<ContrastPair>> repairs = new LinkedHashMap<>();
        for (ContrastPair pair : failing()) {
            ContrastPair.Proposal proposal = pair.proposal();
            if (proposal != null) {
                repairs.computeIfAbsent(proposal, key -> new java.util.ArrayList<>())
                        .add(pair);
            }
        }
        return repairs;
    }

    public List<ContrastPair> failing() {
        return pairs().stream().filter(pair -> !pair.passes()).toList();
    }

    /** This palette with the proposals for its failing pairs, one after the other, until none fails. */
    public Palette mended() {
        return Contrast.mended(this);
    }
}
