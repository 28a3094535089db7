// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.imports.ImportJob;
import org.jspecify.annotations.Nullable;

/**
 * An import that this process works on.
 *
 * @param by who holds it; a claim that somebody else has taken over is worth nothing
 * @param fileKey where its file lies
 * @param position number of the last row whose check is kept
 * @param attempts how often it was taken since it last got further
 */
record Claim(
        TenantId tenant, ImportJob job, UUID by, @Nullable String fileKey, long position, int attempts, Actor actor) {

    UUID id() {
        return job.id();
    }
}
