// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.cabildo.launcher.EmbeddedOpenSearch;

/** The one OpenSearch node of this JVM, for tests that leave it running. */
final class SharedNode {

    private static final EmbeddedOpenSearch NODE = start();

    private SharedNode() {}

    static String url() {
        return NODE.url();
    }

    private static EmbeddedOpenSearch start() {
        try {
            return EmbeddedOpenSearch.start(Files.createTempDirectory("opensearch"));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
