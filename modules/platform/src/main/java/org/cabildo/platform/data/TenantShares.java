// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cabildo.platform.TenantId;

/**
 * Leaves connections for the other tenants: each tenant may use a share of the pool at the same time, further work of
 * its own waits a little and is then refused. What a tenant that does nothing takes is an entry in a map.
 */
class TenantShares {

    private final Map<TenantId, Semaphore> shares = new ConcurrentHashMap<>();
    private final int share;
    private final Duration patience;

    TenantShares(int share, Duration patience) {
        this.share = share;
        this.patience = patience;
    }

    void enter(TenantId tenant) {
        try {
            if (!of(tenant).tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TenantBusy(tenant);
            }
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new TenantBusy(tenant);
        }
    }

    void leave(TenantId tenant) {
        of(tenant).release();
    }

    int free(TenantId tenant) {
        return of(tenant).availablePermits();
    }

    private Semaphore of(TenantId tenant) {
        return shares.computeIfAbsent(tenant, key -> new Semaphore(share, true));
    }
}
