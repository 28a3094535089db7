// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** The look and the Spanish of Keycloak's pages; the realm names it. */
final class LoginTheme {

    private static final String RESOURCES = "/keycloak/theme/";
    private static final List<String> FILES = List.of(
            "login/theme.properties", "login/resources/css/cabildo.css", "login/messages/messages_es.properties");

    private LoginTheme() {}

    /** Copies the theme {@code cabildo} into a distribution's folder of themes. */
    static void copyTo(Path themes) throws IOException {
        for (String file : FILES) {
            Path target = themes.resolve("cabildo").resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream stream = LoginTheme.class.getResourceAsStream(RESOURCES + file)) {
                Files.copy(Objects.requireNonNull(stream, file), target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
