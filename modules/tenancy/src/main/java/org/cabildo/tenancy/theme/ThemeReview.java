// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.ArrayList;
import java.util.List;
import org.cabildo.tenancy.theme.colour.ContrastPair;

/**
 * What keeps a theme from being published.
 *
 * @param failing pairs of colours below the contrast that they need
 * @param missing what is not there: {@code hero} a picture that the layout shows, {@code tagline}, {@code heroTitle},
 *     {@code heroText} a text in any language
 */
public record ThemeReview(List<ContrastPair> failing, List<String> missing) {

    static ThemeReview of(ThemeChoices choices, List<ThemeFile> pictures) {
        List<String> missing = new ArrayList<>();
        if (choices.variant("hero").equals("image")
                && pictures.stream().noneMatch(picture -> picture.role().equals("hero"))) {
            missing.add("hero");
        }
        for (String text : ThemeChoices.TEXTS) {
            if (choices.texts().getOrDefault(text, java.util.Map.of()).isEmpty()) {
                missing.add(text);
            }
        }
        return new ThemeReview(choices.palette().failing(), missing);
    }

    public boolean passes() {
        return failing.isEmpty() && missing.isEmpty();
    }
}
