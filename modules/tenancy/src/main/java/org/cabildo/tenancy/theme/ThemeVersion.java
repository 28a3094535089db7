// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a theme.
 *
 * @param number 1 for the first
 * @param live whether the portal shows it now
 * @param stylesheet address of its style sheet
 * @param origin where it comes from: {@code editor}, {@code manifest} or {@code rollback}
 * @param originNumber the version that was brought back, or null
 */
public record ThemeVersion(
        UUID id,
        int number,
        boolean live,
        ThemeChoices choices,
        List<ThemeFile> pictures,
        String stylesheet,
        String author,
        Instant publishedAt,
        String origin,
        @Nullable Integer originNumber) {}
