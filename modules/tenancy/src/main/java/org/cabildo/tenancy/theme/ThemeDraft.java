// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A theme that is being changed.
 *
 * @param revision grows with every change
 * @param author who changed it last
 * @param changedAt when
 */
public record ThemeDraft(
        UUID id, int revision, ThemeChoices choices, List<ThemeFile> pictures, String author, Instant changedAt) {

    public boolean has(String role) {
        return pictures.stream().anyMatch(picture -> picture.role().equals(role));
    }

    /** Whether it could be published, and why not. */
    public ThemeReview review() {
        return ThemeReview.of(choices, pictures);
    }
}
