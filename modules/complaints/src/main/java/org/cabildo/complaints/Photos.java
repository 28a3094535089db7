// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.List;
import java.util.Optional;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.StoredFile;
import org.jspecify.annotations.Nullable;

/** Pictures of requests: encoded again without what cameras add, kept in several sizes. Called as the tenant. */
public interface Photos {

    /** How many one may send at a time. */
    int MOST = 3;

    /**
     * A picture of a request.
     *
     * @param number in the address {@code /reportes/<request>/fotos/<number>.jpg}
     * @param entry what it came with; null: with the report
     * @param hidden whether staff took it off the public pages
     * @param key under which the file store has it as it was sent
     * @param publicKey under which it has what the public sees once something was painted over
     */
    record Photo(
            long number,
            @Nullable Long entry,
            int width,
            int height,
            boolean hidden,
            String key,
            @Nullable String publicKey) {}

    /**
     * Keeps a picture that is not of a request yet. Not to be called in a transaction: pictures take time.
     *
     * @throws org.cabildo.platform.files.FileRefused when it is none, or too large
     */
    StoredPhoto store(TenantId tenant, IncomingFile file);

    /** All pictures of a request, hidden ones too, in the order in which they came. */
    List<Photo> of(TenantId tenant, long request);

    /**
     * A picture to look at. The public gets it only of a public request, never hidden, and painted over where staff did
     * so.
     *
     * @param width wanted at least, in pixels; 0 for the largest
     * @param insider whether the reader may see everything of the request, as staff and whoever reported
     */
    Optional<StoredFile> open(TenantId tenant, long request, long number, int width, boolean insider);

    /** A picture that was stored and belongs to no request yet. */
    Optional<StoredFile> open(TenantId tenant, StoredPhoto photo, int width);

    /** Removes a picture that belongs to no request. */
    void discard(TenantId tenant, StoredPhoto photo);
}
