// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an article is on its way to the public. */
public enum ArticleState {
    DRAFT,
    SCHEDULED,
    PUBLISHED,
    REMOVED;

    /** The word in addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ArticleState> ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
