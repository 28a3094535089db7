// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cabildo.tenancy.theme.colour.ContrastPair.Proposal;
import org.jspecify.annotations.Nullable;

/** The pairs of colours that pages use, and the smallest change of a chosen colour that mends a failing one. */
final class Contrast {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final double STEP = 0.005;
    private static final int MOST_STEPS = 200;
    private static final int MOST_REPAIRS = 24;

    private Contrast() {}

    /** A pair, what it needs, and the chosen tokens that may be moved to mend it. */
    private record Rule(String foreground, String background, double needed, List<String> movable) {

        static Rule text(String foreground, String background, String... movable) {
            return new Rule(foreground, background, TEXT, List.of(movable));
        }

        boolean passes(Map<String, String> colours) {
            return ratio(colours) >= needed;
        }

        double ratio(Map<String, String> colours) {
            return Colour.hex(colours.get(foreground)).contrast(Colour.hex(colours.get(background)));
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.text("brand", "surface", "brand"),
            Rule.text("brand-contrast", "brand", "brand", "brand-contrast"),
            Rule.text("brand-contrast", "brand-strong", "brand", "brand-contrast"),
            Rule.text("brand-strong", "brand-soft", "brand"),
            Rule.text("accent-contrast", "accent", "accent-contrast", "accent"),
            Rule.text("text", "surface", "text"),
            Rule.text("text", "surface-sunken", "text"),
            Rule.text("text", "brand-soft", "text"),
            Rule.text("text-muted", "surface", "text"),
            Rule.text("text-muted", "surface-sunken", "text"),
            Rule.text("link", "surface", "link"),
            Rule.text("link", "surface-sunken", "link"),
            Rule.text("link", "brand-soft", "link"),
            Rule.text("link-hover", "brand-soft", "link"),
            Rule.text("footer-text", "footer", "footer-text", "footer"),
            new Rule("border-strong", "surface", SHAPE, List.of("text")));

    static List<ContrastPair> pairs(Palette palette) {
        Map<String, String> colours = palette.colours();
        List<ContrastPair> pairs = new ArrayList<>();
        for (Rule rule : RULES) {
            double ratio = rule.ratio(colours);
            pairs.add(new ContrastPair(
                    rule.foreground(),
                    rule.background(),
                    colours.get(rule.foreground()),
                    colours.get(rule.background()),
                    ratio,
                    rule.needed(),
                    ratio >= rule.needed() ? null : proposal(palette, rule)));
        }
        return pairs;
    }

    static Palette mended(Palette palette) {
        Palette mended = palette;
        for (int repair = 0; repair < MOST_REPAIRS; repair++) {
            Proposal next = firstRepair(mended);
            if (next == null) {
                return mended;
            }
            mended = mended.with(next.token(), next.hex());
        }
        return mended;
    }

    private static @Nullable Proposal firstRepair(Palette palette) {
        Map<String, String> colours = palette.colours();
        return RULES.stream()
                .filter(rule -> !rule.passes(colours))
                .map(rule -> proposal(palette, rule))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The chosen colour that has to move least, in lightness only, so that hue and character stay. One that mends the
     * token's other pairs too comes before one that only mends this pair.
     */
    private static @Nullable Proposal proposal(Palette palette, Rule rule) {
        Proposal whole = nearest(palette, rule, true);
        return whole == null ? nearest(palette, rule, false) : whole;
    }

    private static @Nullable Proposal nearest(Palette palette, Rule rule, boolean whole) {
        Map<String, String> before = palette.colours();
        for (int step = 1; step <= MOST_STEPS; step++) {
            for (String token : rule.movable()) {
                Colour colour = Colour.hex(before.get(token));
                for (double shift : new double[] {-step * STEP, step * STEP}) {
                    double lightness = colour.lightness() + shift;
                    if (lightness >= 0 && lightness <= 1) {
                        String hex = colour.lightness(lightness).hex();
                        Map<String, String> after = palette.with(token, hex).colours();
                        if (rule.passes(after) && (!whole || mendsAll(token, before, after))) {
                            return new Proposal(token, hex);
                        }
                    }
                }
            }
        }
        return null;
    }

    /** Whether every pair that the token may mend passes afterwards, and none that passed has begun to fail. */
    private static boolean mendsAll(String token, Map<String, String> before, Map<String, String> after) {
        return RULES.stream()
                .allMatch(rule -> rule.passes(after)
                        || (!rule.passes(before) && !rule.movable().contains(token)));
    }
}
