// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cabildo.platform.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the store holds of each tenant, read past all walls. */
public final class Ledger {

    private static final String COLUMNS =
            "select quote_ident(c.table_schema) || '.' || quote_ident(c.table_name) as t, "
                    + "quote_ident(c.column_name) as c, c.data_type as type, exists (select 1 "
                    + "from information_schema.key_column_usage k join information_schema.table_constraints n "
                    + "using (constraint_schema, constraint_name) where n.constraint_type = 'PRIMARY KEY' "
                    + "and k.table_schema = c.table_schema and k.table_name = c.table_name "
                    + "and k.column_name = c.column_name) as part "
                    + "from information_schema.columns c join information_schema.tables b using (table_schema, table_name) "
                    + "where b.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema') "
                    + "order by 1, c.ordinal_position";

    /** Jobs go on with these rows at any time, whoever asks for what; only that they are there counts. */
    private static final Set<String> UNDER_WAY = Set.of("platform.mail", "search.document", "platform.import_job");

    private record Held(String table, String column, String type, boolean key) {}

    private final JdbcClient superuser;

    Ledger(String databaseUrl) {
        this.superuser = JdbcClient.create(new DriverManagerDataSource(databaseUrl, "postgres", ""));
    }

    private List<Held> columns() {
        List<Held> all = superuser
                .sql(COLUMNS)
                .query((row, number) ->
                        new Held(row.getString("t"), row.getString("c"), row.getString("type"), row.getBoolean("part")))
                .list();
        Set<String> owned = new TreeSet<>();
        all.stream().filter(held -> held.column().equals("tenant_id")).forEach(held -> owned.add(held.table()));
        return all.stream().filter(held -> owned.contains(held.table())).toList();
    }

    /** A digest of every row that belongs to a tenant, in all schemas, by table. */
    public Map<String, String> rows(Site site) {
        Map<String, String> digests = new LinkedHashMap<>();
        List<Held> columns = columns();
        for (String table : columns.stream().map(Held::table).distinct().toList()) {
            String row = UNDER_WAY.contains(table) ? keys(columns, table) : "r::text";
            String sql = "select count(*) || ' ' || coalesce(md5(string_agg(" + row + ", '|' order by " + row
                    + ")), '') from " + table + " r where tenant_id = ?";
            digests.put(
                    table,
                    superuser
                            .sql(sql)
                            .param(site.requireTenant().value())
                            .query(String.class)
                            .single());
        }
        return digests;
    }

    private static String keys(List<Held> columns, String table) {
        return columns.stream()
                .filter(held -> held.table().equals(table) && held.key())
                .map(held -> held.column() + "::text")
                .collect(Collectors.joining(" || ' ' || "));
    }

    /** What a tenant's things are called in keys of text; at most three of a column. */
    public Set<String> names(Site site) {
        Set<String> names = new TreeSet<>();
        columns().stream()
                .filter(held -> held.key() && held.type().equals("text"))
                .forEach(held -> names.addAll(values(held, site, " limit 3")));
        names.remove("");
        return names;
    }

    /** Every UUID in a tenant's rows. */
    public Set<String> identifiers(Site site) {
        Set<String> identifiers = new TreeSet<>();
        columns().stream()
                .filter(held -> held.type().equals("uuid"))
                .forEach(held -> identifiers.addAll(values(held, site, "")));
        return identifiers;
    }

    private List<String> values(Held held, Site site, String limit) {
        String sql = "select distinct " + held.column() + "::text from " + held.table() + " where tenant_id = ? and "
                + held.column() + " is not null order by 1" + limit;
        return superuser
                .sql(sql)
                .param(site.requireTenant().value())
                .query(String.class)
                .list();
    }
}
