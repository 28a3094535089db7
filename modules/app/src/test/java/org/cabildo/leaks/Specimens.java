// SPDX-License-Identifier: Apache-2.0
package org.cabildo.leaks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.harness.Installation;
import org.cabildo.platform.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * For every route with variables: addresses of things that a tenant really has. A new route of that kind has to be
 * added here before the leak matrix passes.
 */
final class Specimens {

    /** What an address of a tenant's thing is made from, and the same address of nothing. */
    private record Specimen(Finder finder, String unknown) {}

    @FunctionalInterface
    private interface Finder {

        List<String> paths(Site site);
    }

    private final JdbcClient superuser;
    private final Map<String, Specimen> byPattern = new LinkedHashMap<>();

    Specimens(Installation installation) {
        this.superuser = JdbcClient.create(
                new DriverManagerDataSource(installation.setting("spring.datasource.url"), "postgres", ""));
        put("/assets/{hash:[0-9a-f]{12}}/{*path}", site -> List.of(), "/assets/000000000000/no/such.css");
        put("/tema/{hash:[0-9a-f]{16}}.css", site -> List.of(site.theme().stylesheet()), "/tema/0000000000000000.css");
        put(
                "/tema/{hash:[0-9a-f]{16}}/{role:[a-z]+}.{extension:[a-z]+}",
                site -> List.copyOf(site.theme().assets().values()),
                "/tema/0000000000000000/logo.svg");
        put(
                "/noticias/{slug:[a-z0-9-]+}",
                "/noticias/%s",
                "select slug from content.article where kind = 'news' and tenant_id = ?",
                "no-hay");
        put(
                "/paginas/{slug:[a-z0-9-]+}",
                "/paginas/%s",
                "select slug from content.article where kind = 'page' and tenant_id = ?",
                "no-hay");
    }

    private void put(String pattern, Finder finder, String unknown) {
        byPattern.put(pattern, new Specimen(finder, unknown));
    }

    private void put(String pattern, String path, String sql, String unknown) {
        put(pattern, site -> select(sql, site).stream().map(path::formatted).toList(), path.formatted(unknown));
    }

    private List<String> select(String sql, Site site) {
        return superuser
                .sql(sql)
                .param(site.requireTenant().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    boolean knows(Route route) {
        return !route.hasVariables() || byPattern.containsKey(route.pattern());
    }

    /** Addresses of things that the first site has and the second one lacks. */
    List<String> foreign(Route route, Site owner, Site other) {
        Specimen specimen = byPattern.get(route.pattern());
        if (specimen == null) {
            return List.of();
        }
        List<String> theirs = specimen.finder().paths(other);
        return specimen.finder().paths(owner).stream()
                .filter(path -> !theirs.contains(path))
                .limit(3)
                .toList();
    }

    /** An address that the route takes and that leads to nothing. */
    String unknown(Route route) {
        return Optional.ofNullable(byPattern.get(route.pattern()))
                .map(Specimen::unknown)
                .orElse(route.pattern());
    }

    /** A digest of every row that belongs to a tenant, in all schemas. */
    Map<String, String> rows(Site site) {
        Map<String, String> digests = new LinkedHashMap<>();
        List<String> tables = superuser
                .sql("select quote_ident(c.table_schema) || '.' || quote_ident(c.table_name) "
                        + "from information_schema.columns c join information_schema.tables t "
                        + "using (table_schema, table_name) "
                        + "where c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE' order by 1")
                .query(String.class)
                .list();
        for (String table : tables) {
            digests.put(
                    table,
                    superuser
                            .sql(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '') "
                                            + "from " + table + " r where tenant_id = ?")
                            .param(site.requireTenant().value())
                            .query(String.class)
                            .single());
        }
        return digests;
    }
}
