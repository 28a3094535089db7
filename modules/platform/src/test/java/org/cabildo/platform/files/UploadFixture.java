// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.cabildo.platform.files.FileRefused.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Uploads with small limits, in a directory that must be empty after each test. */
abstract class UploadFixture {

    @TempDir
    Path spool;

    Uploads uploads() {
        return uploads(Map.of());
    }

    Uploads uploads(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("cabildo.files.spool", spool.toString());
        return new Uploads(new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("cabildo.files", FilesProperties.class));
    }

    byte[] accepted(String name, byte[] content, FilePurpose purpose, FileType type) {
        try (CheckedFile file = uploads().check(Samples.file(name, content), purpose);
                InputStream in = file.open()) {
            assertThat(file.type()).isEqualTo(type);
            assertThat(file.name()).endsWith("." + type.extension());
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void refused(String name, byte[] content, FilePurpose purpose, Reason reason) {
        refused(Samples.file(name, content), purpose, reason);
    }

    void refused(IncomingFile file, FilePurpose purpose, Reason reason) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> uploads().check(file, purpose).close())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(ResourceBundle.getBundle("messages.files", Locale.of("es"))
                                .containsKey(e.messageKey()))
                        .isTrue());
    }

    @AfterEach
    void leavesNoTemporaryFiles() throws IOException {
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).isEmpty();
        }
    }
}
