// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against an S3 server in this process, or the one that {@code CABILDO_TEST_S3_ENDPOINT} names. */
class S3FileStoreTests extends FileStoreContract {

    private static LocalS3 server;
    private static S3FileStore store;

    @BeforeAll
    static void start() {
        String endpoint = System.getenv("CABILDO_TEST_S3_ENDPOINT");
        if (endpoint == null) {
            server = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
            server.start();
            endpoint = "http://127.0.0.1:" + server.getPort();
        }
        FilesProperties.S3 settings = settings(endpoint);
        createBucket(settings);
        store = new S3FileStore(settings);
    }

    @AfterAll
    static void stop() {
        store.close();
        if (server != null) {
            server.shutdown();
        }
    }

    @Override
    FileStore store() {
        return store;
    }

    @Test
    void saysThatTheServiceIsUnreachable() {
        try (S3FileStore nowhere = new S3FileStore(settings("http://127.0.0.1:1"))) {
            FileKey key = FileKey.fresh("news", FileType.PDF);

            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> nowhere.put(LEFT, key, new ByteArrayInputStream(bytes(10)), 10))
                    .matches(e -> e.reason() == FileStoreException.Cause.UNAVAILABLE);
            assertThatExceptionOfType(FileStoreException.class)
                    .isThrownBy(() -> nowhere.open(LEFT, key))
                    .matches(e -> e.reason() == FileStoreException.Cause.UNAVAILABLE);
        }
    }

    @Test
    void hidesItsSecretFromLogs() {
        assertThat(settings("http://s3.example").toString()).doesNotContain("test-secret");
    }

    private static FilesProperties.S3 settings(String endpoint) {
        return new FilesProperties.S3(
                endpoint,
                "us-east-1",
                "cabildo-test",
                variable("CABILDO_TEST_S3_ACCESS_KEY", "test"),
                variable("CABILDO_TEST_S3_SECRET_KEY", "test-secret"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10));
    }

    private static String variable(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    private static void createBucket(FilesProperties.S3 settings) {
        try (S3Client client = S3Client.builder()
                .endpointOverride(URI.create(settings.endpoint()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            boolean exists = client.listBuckets().buckets().stream()
                    .anyMatch(bucket -> bucket.name().equals(settings.bucket()));
            if (!exists) {
                client.createBucket(request -> request.bucket(settings.bucket()));
            }
        }
    }
}
