// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cabildo.platform.TenantId;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Files in a bucket that speaks the S3 protocol, under {@code t<tenant>/<key>}. The protocol makes an object visible
 * only once it is whole. Uses plain requests that compatible servers share: path-style addresses, no extra checksums.
 */
class S3FileStore implements FileStore, AutoCloseable {

    private final S3Client client;
    private final String bucket;

    S3FileStore(FilesProperties.S3 settings) {
        this.bucket = settings.bucket();
        this.client = S3Client.builder()
                .endpointOverride(URI.create(settings.endpoint()))
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.readTimeout()))
                .build();
    }

    @Override
    public void put(TenantId tenant, FileKey key, InputStream content, long length) {
        Path whole = spool(content, length);
        try {
            client.putObject(
                    request -> request.bucket(bucket)
                            .key(name(tenant, key))
                            .contentType(key.type().mediaType())
                            .contentLength(length),
                    RequestBody.fromFile(whole));
        } catch (SdkException e) {
            throw failure("Cannot store a file", e);
        } finally {
            whole.toFile().delete();
        }
    }

    /** A copy on disk, because a request must be repeatable and nothing is sent of content that is not whole. */
    private static Path spool(InputStream content, long length) {
        ExactStream exact = new ExactStream(content, length);
        Path copy = null;
        try {
            copy = Files.createTempFile("cabildo-put", "");
            if (length == 0) {
                exact.requireEnd();
            }
            Files.copy(exact, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            if (copy != null) {
                copy.toFile().delete();
            }
            throw exact.broken() ? FileStoreException.incomplete(e) : failure("Cannot store a file", e);
        }
    }

    @Override
    public Optional<StoredFile> open(TenantId tenant, FileKey key) {
        try {
            HeadObjectResponse head =
                    client.headObject(request -> request.bucket(bucket).key(name(tenant, key)));
            return Optional.of(stored(tenant, key, head.contentLength(), head.lastModified()));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw failure("Cannot open a file", e);
        } catch (SdkException e) {
            throw failure("Cannot open a file", e);
        }
    }

    @Override
    public boolean delete(TenantId tenant, FileKey key) {
        boolean there = open(tenant, key).isPresent();
        run(
                "Cannot delete a file",
                () -> client.deleteObject(request -> request.bucket(bucket).key(name(tenant, key))));
        return there;
    }

    @Override
    public Stream<StoredFile> list(TenantId tenant, String prefix) {
        String home = home(tenant);
        return run(
                "Cannot list files",
                () ->
                        client
                                .listObjectsV2Paginator(
                                        request -> request.bucket(bucket).prefix(home + prefix))
                                .contents()
                                .stream()
                                .map(object -> stored(
                                        tenant,
                                        new FileKey(object.key().substring(home.length())),
                                        object.size(),
                                        object.lastModified())));
    }

    @Override
    public long deleteAll(TenantId tenant) {
        long count = 0;
        try (Stream<StoredFile> files = list(tenant, "")) {
            for (StoredFile file : (Iterable<StoredFile>) files::iterator) {
                String name = name(tenant, file.key());
                client.deleteObject(request -> request.bucket(bucket).key(name));
                count++;
            }
        } catch (SdkException e) {
            throw failure("Cannot delete a tenant's files", e);
        }
        return count;
    }

    @Override
    public void close() {
        client.close();
    }

    private StoredFile stored(TenantId tenant, FileKey key, long length, Instant at) {
        return new StoredFile(key, length, at, () -> {
            try {
                return client.getObject(request -> request.bucket(bucket).key(name(tenant, key)));
            } catch (SdkException e) {
                throw new IOException("Cannot read a stored file", e);
            }
        });
    }

    private static String home(TenantId tenant) {
        return "t" + tenant.value() + "/";
    }

    private static String name(TenantId tenant, FileKey key) {
        return home(tenant) + key.value();
    }

    private static <T> T run(String message, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException e) {
            throw failure(message, e);
        }
    }

    private static FileStoreException failure(String message, Exception cause) {
        boolean full = cause instanceof S3Exception answer && answer.statusCode() == 507;
        return new FileStoreException(
                full ? FileStoreException.Cause.FULL : FileStoreException.Cause.UNAVAILABLE, message, cause);
    }
}
