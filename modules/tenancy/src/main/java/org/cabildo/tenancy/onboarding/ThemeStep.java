// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.FileType;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.Uploads;
import org.cabildo.tenancy.theme.SampleLayout;
import org.cabildo.tenancy.theme.ThemeChoices;
import org.cabildo.tenancy.theme.ThemeDraft;
import org.cabildo.tenancy.theme.ThemePicture;
import org.cabildo.tenancy.theme.Themes;
import org.cabildo.tenancy.theme.colour.LogoColours;
import org.cabildo.tenancy.theme.colour.Palette;
import org.springframework.stereotype.Component;

/**
 * The look of a tenant that is being set up: a logo whose colours are proposed, and colours that are published only
 * when every pair can be read. Everything is kept in the tenant's own theme draft.
 */
@Component
class ThemeStep {

    /** The answer that keeps the palettes proposed from the logo, as brand and accent. */
    private static final String PROPOSED = "palettes";

    private static final double SQUARE = 1.25;

    private final Themes themes;
    private final Uploads uploads;
    private final LogoColours colours;
    private final OnboardingRows rows;

    ThemeStep(Themes themes, Uploads uploads, LogoColours colours, OnboardingRows rows) {
        this.themes = themes;
        this.uploads = uploads;
        this.colours = colours;
        this.rows = rows;
    }

    /** What was chosen so far: the draft's choices, else the published ones, else neutral ones. */
    ThemeChoices choices(TenantId tenant) {
        return TenantContext.get(
                tenant,
                () -> themes.draft(tenant)
                        .map(ThemeDraft::choices)
                        .or(() -> themes.published(tenant).map(version -> version.choices()))
                        .orElseGet(() -> SampleLayout.of(Palette.NEUTRAL, Map.of())));
    }

    boolean hasLogo(TenantId tenant) {
        return TenantContext.get(
                tenant,
                () -> themes
                        .draft(tenant)
                        .map(ThemeDraft::pictures)
                        .or(() -> themes.published(tenant).map(version -> version.pictures()))
                        .orElse(List.of())
                        .stream()
                        .anyMatch(picture -> picture.role().equals("logo")));
    }

    /** The palettes that were proposed from the logo. */
    List<Palette> proposals(Answers answers) {
        return Arrays.stream(answers.get(PROPOSED).split(" "))
                .filter(pair -> pair.contains("/"))
                .map(pair -> pair.split("/"))
                .map(pair -> Palette.around(pair[0], pair[1]))
                .toList();
    }

    /**
     * Keeps a logo, and as emblem and favicon too where its shape allows, and takes the first palette it proposes.
     *
     * @throws org.cabildo.platform.files.FileRefused with the reason to show beside the field
     */
    void logo(Onboarding onboarding, IncomingFile file, Actor actor) {
        TenantId tenant = onboarding.requireTenant();
        try (CheckedFile checked = uploads.check(file, FilePurpose.ART)) {
            List<Palette> found = colours.of(checked).palettes();
            TenantContext.run(tenant, () -> {
                themes.edit(tenant, actor);
                for (String role : square(checked) ? List.of("logo", "mark", "favicon") : List.of("logo")) {
                    themes.putPicture(tenant, ThemePicture.of(role, checked), actor);
                }
                change(tenant, found.getFirst(), actor);
            });
            String proposed = String.join(
                    " ",
                    found.stream()
                            .map(palette -> palette.brand() + "/" + palette.accent())
                            .toList());
            rows.update(onboarding.id(), onboarding.answers().with(PROPOSED, proposed), onboarding.reached());
        }
    }

    private static boolean square(CheckedFile file) {
        return file.type() == FileType.SVG
                || (double) Math.max(file.width(), file.height()) / Math.max(1, Math.min(file.width(), file.height()))
                        <= SQUARE;
    }

    /** Keeps colours in the draft, readable or not. */
    void colours(TenantId tenant, Palette palette, Actor actor) {
        TenantContext.run(tenant, () -> {
            themes.edit(tenant, actor);
            change(tenant, palette, actor);
        });
    }

    private void change(TenantId tenant, Palette palette, Actor actor) {
        ThemeDraft draft = themes.edit(tenant, actor);
        if (!draft.choices().palette().equals(palette)) {
            themes.change(tenant, draft.choices().with(palette), draft.revision(), actor);
        }
    }

    /** Makes the chosen colours the tenant's look; with pairs that fail they are only kept. */
    boolean publish(TenantId tenant, Palette palette, Actor actor) {
        boolean published = TenantContext.get(
                tenant,
                () -> themes.draft(tenant).isEmpty()
                        && Optional.ofNullable(themes.published(tenant).orElse(null))
                                .filter(version -> version.choices().palette().equals(palette))
                                .isPresent());
        if (published) {
            return true;
        }
        colours(tenant, palette, actor);
        if (!palette.failing().isEmpty()) {
            return false;
        }
        TenantContext.run(tenant, () -> themes.publish(tenant, actor));
        return true;
    }
}
