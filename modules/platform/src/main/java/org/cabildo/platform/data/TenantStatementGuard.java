// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.util.function.SingletonSupplier;

/**
 * Fails a statement that names a tenant-owned table without naming {@code tenant_id}. Row security would still hold
 * the wall; the explicit predicate is what lets the planner see a tenant's size and a distributed database route.
 */
class TenantStatementGuard implements ExecuteListener {

    private static final long serialVersionUID = 1L;
    private static final Pattern TENANT_ID = Pattern.compile("tenant_id", Pattern.CASE_INSENSITIVE);

    private final transient SingletonSupplier<Set<String>> tenantTables;

    /** Takes the names of tenant-owned tables as jOOQ renders them, asked for at the first statement. */
    TenantStatementGuard(Supplier<Set<String>> tenantTables) {
        this.tenantTables = SingletonSupplier.of(tenantTables);
    }

    @Override
    public void renderEnd(ExecuteContext context) {
        String sql = context.sql();
        if (sql == null || TENANT_ID.matcher(sql).find()) {
            return;
        }
        for (String table : tenantTables.obtain()) {
            if (sql.contains(table)) {
                throw new IllegalStateException("The statement reads or writes the tenant-owned table " + table
                        + " without naming tenant_id: " + sql);
            }
        }
    }
}
