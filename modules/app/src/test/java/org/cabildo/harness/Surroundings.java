// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the application of the tests an issuer of tokens, an operator, and folders that start empty. */
public final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where the application's mail lands. */
    public static final Path MAIL = folder("mail");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "surroundings",
                        Map.of(
                                "cabildo.identity.url",
                                TestIssuer.INSTANCE.url(),
                                "cabildo.operators",
                                Person.OPERATOR.email(),
                                "cabildo.files.dir",
                                folder("files").toString(),
                                "cabildo.mail.dir",
                                MAIL.toString())));
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory("cabildo-" + name);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
