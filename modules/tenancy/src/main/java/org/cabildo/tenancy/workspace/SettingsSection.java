// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.tenancy.Profile;

/** The sections of the settings that a portal's own people change, each a page with a form. */
enum SettingsSection {
    NOMBRE,
    CONTACTO,
    IDIOMAS,
    ZONA,
    MENU,
    LEGAL;

    static Optional<SettingsSection> of(String key) {
        return Arrays.stream(values())
                .filter(section -> section.key().equals(key))
                .findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of the profile that the section shows. */
    Profile.Part part(Profile profile) {
        return switch (this) {
            case NOMBRE -> profile.names();
            case CONTACTO -> profile.contact();
            case IDIOMAS -> profile.languages();
            case ZONA -> profile.place();
            case MENU -> profile.menu();
            case LEGAL -> profile.legal();
        };
    }
}
