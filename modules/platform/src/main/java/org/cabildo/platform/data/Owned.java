// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import org.cabildo.platform.TenantId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.UniqueKey;

/** The predicate that every statement on a tenant-owned table names, and the statement that stores a row. */
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

    /** Inserts the row, or writes what was set of it over the one of the tenant that has the same primary key. */
    public static <R extends TableRecord<R>> RowCountQuery put(DSLContext dsl, TenantId tenant, R row) {
        Table<R> table = row.getTable();
        UniqueKey<R> key = table.getPrimaryKey();
        if (key == null) {
            throw new IllegalArgumentException(table.getName() + " has no primary key");
        }
        return dsl.insertInto(table)
                .set(row)
                .onConflict(key.getFields())
                .doUpdate()
                .set(row)
                .where(by(tenant, table));
    }
}
