// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FileStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of imports that are over. */
@Component
class Leftovers {

    private final ImportRows rows;
    private final FileStore files;
    private final TransactionTemplate transactions;

    Leftovers(ImportRows rows, FileStore files, TransactionTemplate transactions) {
        this.rows = rows;
        this.files = files;
        this.transactions = transactions;
    }

    /** Removes the file of an import; if the store can't now, the sweep does later. */
    void removeFile(TenantId tenant, UUID id, @Nullable String key) {
        if (key != null) {
            files.delete(tenant, new FileKey(key));
            transactions.executeWithoutResult(status -> rows.withoutFile(tenant, id));
        }
    }

    void sweep(TenantId tenant) {
        Map<UUID, String> needless = Objects.requireNonNull(transactions.execute(status -> rows.needless(tenant)));
        needless.forEach((id, key) -> removeFile(tenant, id, key));
    }
}
