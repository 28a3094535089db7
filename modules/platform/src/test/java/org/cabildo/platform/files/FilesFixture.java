// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Uploads and a store in a directory, for tests of whoever uses them. */
public final class FilesFixture {

    private FilesFixture() {}

    public static Uploads uploads(Path directory) {
        Map<String, String> settings =
                Map.of("cabildo.files.spool", directory.resolve("spool").toString());
        return new Uploads(new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("cabildo.files", FilesProperties.class));
    }

    public static FileStore store(Path directory) {
        return new FileSystemFileStore(directory.resolve("files"), 0);
    }
}
