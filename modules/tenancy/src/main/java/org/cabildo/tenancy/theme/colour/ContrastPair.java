// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import org.jspecify.annotations.Nullable;

/**
 * Two colours of a palette that pages put on one another, with the contrast that they have and the one that they need
 * (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
 *
 * @param foreground token in front, for instance {@code link}
 * @param background token behind, for instance {@code brand-soft}
 * @param foregroundHex its colour
 * @param backgroundHex its colour
 * @param ratio contrast from 1 to 21
 * @param needed contrast that it must reach
 * @param proposal the nearest colour that would pass, or null where the pair passes or none does
 */
public record ContrastPair(
        String foreground,
        String background,
        String foregroundHex,
        String backgroundHex,
        double ratio,
        double needed,
        @Nullable Proposal proposal) {

    /** A chosen colour that should be changed, and into what. */
    public record Proposal(String token, String hex) {}

    public boolean passes() {
        return ratio >= needed;
    }
}
