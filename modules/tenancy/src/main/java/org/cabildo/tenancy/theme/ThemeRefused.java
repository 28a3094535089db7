// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.Locale;
import java.util.stream.Collectors;

/** A theme that may not be published as it is. The message names the failing pairs, in English, for logs. */
public class ThemeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ThemeReview review;

    ThemeRefused(ThemeReview review) {
        super(review.failing().stream()
                        .map(pair -> String.format(
                                Locale.ROOT,
                                "%s on %s has a contrast of %.2f and needs %.1f",
                                pair.foreground(),
                                pair.background(),
                                pair.ratio(),
                                pair.needed()))
                        .collect(Collectors.joining("; "))
                + (review.missing().isEmpty() ? "" : " missing: " + review.missing()));
        this.review = review;
    }

    public ThemeReview review() {
        return review;
    }
}
