// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cabildo.platform.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link FileStore} must do. */
abstract class FileStoreContract {

    static final TenantId LEFT = new TenantId(11);
    static final TenantId RIGHT = new TenantId(12);

    abstract FileStore store();

    @BeforeEach
    void empty() {
        store().deleteAll(LEFT);
        store().deleteAll(RIGHT);
    }

    @Test
    void keepsWhatWasPut() throws IOException {
        byte[] content = bytes(300_000);
        FileKey key = put(LEFT, "news", FileType.PDF, content);

        StoredFile file = store().open(LEFT, key).orElseThrow();

        assertThat(file.length()).isEqualTo(300_000);
        assertThat(file.type()).isEqualTo(FileType.PDF);
        assertThat(file.storedAt()).isNotNull();
        assertThat(content(file)).isEqualTo(content);
        assertThat(content(file)).as("opened again").isEqualTo(content);
    }

    @Test
    void keepsAnEmptyFile() throws IOException {
        FileKey key = put(LEFT, "news", FileType.CSV, new byte[0]);

        assertThat(content(store().open(LEFT, key).orElseThrow())).isEmpty();
    }

    @Test
    void replacesTheContentOfAKey() throws IOException {
        FileKey key = put(LEFT, "news", FileType.TEXT, bytes(10));
        store().put(LEFT, key, new ByteArrayInputStream(bytes(20)), 20);

        assertThat(content(store().open(LEFT, key).orElseThrow())).isEqualTo(bytes(20));
    }

    @Test
    void neverShowsAnotherTenantsFile() {
        FileKey key = put(LEFT, "news", FileType.PDF, bytes(10));

        assertThat(store().open(RIGHT, key)).isEmpty();
        assertThat(store().delete(RIGHT, key)).isFalse();
        assertThat(list(RIGHT, "")).isEmpty();
        assertThat(store().open(LEFT, key)).isPresent();
    }

    @Test
    void listsInTheOrderOfKeysByPrefix() {
        List<FileKey> keys = Stream.of("b", "a", "a", "ab", "b", "a")
                .map(area -> put(LEFT, area, FileType.PNG, bytes(5)))
                .toList();

        assertThat(list(LEFT, ""))
                .containsExactlyElementsOf(keys.stream().sorted().toList());
        assertThat(list(LEFT, "a/"))
                .containsExactlyElementsOf(keys.stream()
                        .filter(key -> key.area().equals("a"))
                        .sorted()
                        .toList());
        assertThat(list(LEFT, keys.getFirst().value())).containsExactly(keys.getFirst());
        assertThat(list(LEFT, "zz/")).isEmpty();
    }

    @Test
    void deletesOneFile() {
        FileKey key = put(LEFT, "news", FileType.PDF, bytes(10));

        assertThat(store().delete(LEFT, key)).isTrue();
        assertThat(store().delete(LEFT, key)).isFalse();
        assertThat(store().open(LEFT, key)).isEmpty();
    }

    @Test
    void deletesAllOfOneTenantOnly() {
        put(LEFT, "news", FileType.PDF, bytes(10));
        put(LEFT, "works", FileType.JPEG, bytes(10));
        FileKey other = put(RIGHT, "news", FileType.PDF, bytes(10));

        assertThat(store().deleteAll(LEFT)).isEqualTo(2);
        assertThat(store().deleteAll(LEFT)).isZero();
        assertThat(list(LEFT, "")).isEmpty();
        assertThat(list(RIGHT, "")).containsExactly(other);
    }

    @Test
    void keepsNothingOfContentThatEndsEarly() {
        FileKey key = FileKey.fresh("news", FileType.PDF);

        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> store().put(LEFT, key, new ByteArrayInputStream(bytes(99)), 100))
                .matches(e -> e.reason() == FileStoreException.Cause.INCOMPLETE);
        assertThat(store().open(LEFT, key)).isEmpty();
        assertThat(list(LEFT, "")).isEmpty();
    }

    @Test
    void keepsNothingOfContentThatGoesOn() {
        FileKey key = FileKey.fresh("news", FileType.PDF);

        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> store().put(LEFT, key, new ByteArrayInputStream(bytes(101)), 100))
                .matches(e -> e.reason() == FileStoreException.Cause.INCOMPLETE);
        assertThat(store().open(LEFT, key)).isEmpty();
    }

    @Test
    void keepsNothingWhenTheSenderBreaksOff() {
        FileKey key = FileKey.fresh("news", FileType.PDF);
        InputStream broken = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ > 50_000) {
                    throw new IOException("connection reset");
                }
                return 7;
            }
        };

        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> store().put(LEFT, key, broken, 100_000))
                .matches(e -> e.reason() == FileStoreException.Cause.INCOMPLETE);
        assertThat(store().open(LEFT, key)).isEmpty();
    }

    FileKey put(TenantId tenant, String area, FileType type, byte[] content) {
        FileKey key = FileKey.fresh(area, type);
        store().put(tenant, key, new ByteArrayInputStream(content), content.length);
        return key;
    }

    private List<FileKey> list(TenantId tenant, String prefix) {
        try (Stream<StoredFile> files = store().list(tenant, prefix)) {
            return files.map(StoredFile::key).toList();
        }
    }

    static byte[] content(StoredFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        }
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
