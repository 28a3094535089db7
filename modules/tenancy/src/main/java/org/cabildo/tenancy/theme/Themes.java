// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.List;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;

/**
 * A tenant's look: one draft at most, and numbered versions that are never changed. Every method works on the tenant
 * that the caller is bound to; every change is audited, and published ones are seen on this replica at once.
 */
public interface Themes {

    /** The draft that somebody is working on. */
    Optional<ThemeDraft> draft(TenantId tenant);

    /** What a form shows: the draft, or what one would start from, which then has the revision -1 and is not stored. */
    ThemeDraft current(TenantId tenant);

    /** The draft; when there is none it starts as a copy of the published theme, or from neutral choices. */
    ThemeDraft edit(TenantId tenant, Actor actor);

    /**
     * Replaces the draft's choices.
     *
     * @param revision the draft's {@link ThemeDraft#revision()} that the choices were made on; -1 starts a draft
     * @throws StaleDraft when the draft was changed or published since
     * @throws org.cabildo.platform.manifest.ManifestRefused when the choices don't follow the schema of themes
     */
    ThemeDraft change(TenantId tenant, ThemeChoices choices, int revision, Actor actor);

    /** Puts a picture into the draft in place of the one with its role. Starts a draft where there is none. */
    ThemeDraft putPicture(TenantId tenant, ThemePicture picture, Actor actor);

    /** Takes a picture out of the draft. */
    ThemeDraft removePicture(TenantId tenant, String role, Actor actor);

    /**
     * Makes the draft the tenant's look, as a new version.
     *
     * @throws ThemeRefused with the pairs of colours that fail, or what is missing
     * @throws StaleDraft when there is no draft
     */
    ThemeVersion publish(TenantId tenant, Actor actor);

    /** Forgets the draft; nothing happens where there is none. */
    void discard(TenantId tenant, Actor actor);

    /** The picture of a role as {@link #current(TenantId)} has it. */
    Optional<ThemePicture> picture(TenantId tenant, String role);

    /** The version that the portal shows. */
    Optional<ThemeVersion> published(TenantId tenant);

    /** Versions with numbers below one, newest first; the draft is not among them. */
    List<ThemeVersion> history(TenantId tenant, int below, int atMost);

    /** One version. */
    Optional<ThemeVersion> version(TenantId tenant, int number);

    /** Publishes an earlier version again, byte for byte, as a new version. A draft stays as it is. */
    ThemeVersion rollBack(TenantId tenant, int number, Actor actor);
}
