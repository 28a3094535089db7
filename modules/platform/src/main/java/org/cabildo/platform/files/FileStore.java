// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.cabildo.platform.TenantId;

/**
 * Port: keeps the bytes of tenants' files. What a file is, who may read it and how it is called belongs to the module
 * that owns the area; the store knows keys only. Every operation names its tenant and cannot reach another's files.
 *
 * <p>All operations throw {@link FileStoreException} when the store fails; nothing half-written is ever visible.
 */
public interface FileStore {

    /**
     * Keeps exactly {@code length} bytes of the stream under the key and returns when they are durable. The stream is
     * not closed. Putting the same key again replaces the content, so that an import can be repeated.
     *
     * @throws FileStoreException when the store is full or unreachable, or the stream holds fewer or more bytes
     */
    void put(TenantId tenant, FileKey key, InputStream content, long length);

    /** The file under the key, or empty. */
    Optional<StoredFile> open(TenantId tenant, FileKey key);

    /** Removes one file; says whether it was there as far as the store can tell. */
    boolean delete(TenantId tenant, FileKey key);

    /** Files whose key starts with the prefix (empty for all), in the order of their keys. Close the stream. */
    Stream<StoredFile> list(TenantId tenant, String prefix);

    /** Removes everything that the tenant has; returns the number of files removed. */
    long deleteAll(TenantId tenant);
}
