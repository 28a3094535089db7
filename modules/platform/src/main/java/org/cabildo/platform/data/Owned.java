// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import org.cabildo.platform.TenantId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** The predicate that every statement on a tenant-owned table names. */
public final class Owned {

    private Owned() {}

    /** Rows of the table that belong to the tenant. */
    public static Condition by(TenantId tenant, Table<?> table) {
        return column(table).eq(tenant.value());
    }

    /** The table's tenant column. */
    public static Field<Integer> column(Table<?> table) {
        Field<Integer> column = table.field("tenant_id", Integer.class);
        if (column == null) {
            throw new IllegalArgumentException(table.getName() + " is not owned by tenants");
        }
        return column;
    }
}
