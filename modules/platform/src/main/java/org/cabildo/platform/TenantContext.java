// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tenant of the current unit of work. Bound once: by the web layer for a request, or explicitly by background work
 * that states its tenant. Below the web layer the tenant is a parameter; only the transaction manager reads it here.
 */
public final class TenantContext {

    private static final ScopedValue<TenantId> CURRENT = ScopedValue.newInstance();

    private TenantContext() {}

    /** The tenant that is bound, or empty outside of any tenant, for instance on the console. */
    public static Optional<TenantId> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does some work as a tenant. Transactions that start inside enter that tenant in the database. */
    public static void run(TenantId tenant, Runnable work) {
        ScopedValue.where(CURRENT, tenant).run(work);
    }

    /** Answers with the result of some work done as a tenant. */
    public static <T> T get(TenantId tenant, Supplier<T> work) {
        return ScopedValue.where(CURRENT, tenant).call(work::get);
    }

    /** Does work that may throw checked exceptions as a tenant. */
    public static <T, X extends Throwable> T call(TenantId tenant, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, tenant).call(work);
    }
}
