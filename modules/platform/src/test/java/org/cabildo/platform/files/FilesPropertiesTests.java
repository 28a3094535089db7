// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class FilesPropertiesTests {

    @TempDir
    Path directory;

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(FilesConfiguration.class);

    @Test
    void keepsFilesInADirectoryByDefault() {
        runner.withPropertyValues("cabildo.files.dir=" + directory).run(context -> {
            FilesProperties properties = context.getBean(FilesProperties.class);
            assertThat(properties.spool()).isNull();
            assertThat(properties.reserve()).isEqualTo(DataSize.ofMegabytes(64));
            assertThat(properties.s3().endpoint()).isEmpty();
            assertThat(properties.s3().region()).isEqualTo("us-east-1");
            assertThat(properties.s3().bucket()).isEqualTo("cabildo");
            assertThat(properties.limits().of(FilePurpose.IMAGE)).isEqualTo(DataSize.ofMegabytes(15));
            assertThat(properties.limits().of(FilePurpose.SVG_ART)).isEqualTo(DataSize.ofKilobytes(512));
            assertThat(properties.limits().of(FilePurpose.DOCUMENT)).isEqualTo(DataSize.ofMegabytes(25));
            assertThat(properties.limits().of(FilePurpose.DATASET)).isEqualTo(DataSize.ofMegabytes(100));
            assertThat(properties.images().maxPixels()).isEqualTo(50_000_000);
            assertThat(properties.images().maxSide()).isEqualTo(2560);
            assertThat(properties.images().widths()).containsExactly(400, 800, 1600);
            assertThat(properties.images().quality()).isEqualTo(0.82f);
            assertThat(properties.images().parallel()).isEqualTo(2);
            assertThat(properties.archives().maxEntries()).isEqualTo(2000);
            assertThat(properties.archives().maxUnpacked()).isEqualTo(DataSize.ofMegabytes(300));
            assertThat(properties.archives().maxRatio()).isEqualTo(100);
            assertThat(context).hasSingleBean(Uploads.class);
            assertThat(context.getBean(FileStore.class)).isInstanceOf(FileSystemFileStore.class);
        });
    }

    @Test
    void defaultsToTheDirectoryOfTheEmbeddedInstallation() {
        assertThat(new Binder()
                        .bindOrCreate("cabildo.files", FilesProperties.class)
                        .dir())
                .isEqualTo(Path.of(".cabildo/files"));
    }

    @Test
    void keepsFilesInABucketWhenThereIsAnEndpoint() {
        runner.withPropertyValues(
                        "cabildo.files.s3.endpoint=http://127.0.0.1:9000",
                        "cabildo.files.s3.access-key=a",
                        "cabildo.files.s3.secret-key=b",
                        "cabildo.files.s3.bucket=files",
                        "cabildo.files.limits.image=1MB",
                        "cabildo.files.images.widths=320,640",
                        "cabildo.files.archives.max-ratio=50")
                .run(context -> {
                    FilesProperties properties = context.getBean(FilesProperties.class);
                    assertThat(properties.s3().bucket()).isEqualTo("files");
                    assertThat(properties.limits().image()).isEqualTo(DataSize.ofMegabytes(1));
                    assertThat(properties.images().widths()).containsExactly(320, 640);
                    assertThat(properties.archives().maxRatio()).isEqualTo(50);
                    assertThat(context.getBean(FileStore.class)).isInstanceOf(S3FileStore.class);
                });
    }
}
