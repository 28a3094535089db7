// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A theme that is being changed.
 *
 * @param revision grows with every change; -1 for what a draft would start from
 * @param author who changed it last
 * @param changedAt when
 */
public record ThemeDraft(
        UUID id, int revision, ThemeChoices choices, List<ThemeFile> pictures, String author, Instant changedAt) {

    /** Whether somebody has begun to change the theme. */
    public boolean started() {
        return revision >= 0;
    }

    public boolean has(String role) {
        return pictures.stream().anyMatch(picture -> picture.role().equals(role));
    }

    /** The address of a picture, which changes with its content; empty where there is none. */
    public String address(String role) {
        return pictures.stream()
                .filter(picture -> picture.role().equals(role))
                .findFirst()
                .map(ThemeFile::url)
                .orElse("");
    }

    /** Whether it could be published, and why not. */
    public ThemeReview review() {
        return ThemeReview.of(choices, pictures);
    }
}
