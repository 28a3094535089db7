// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cabildo.platform.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * For every route with variables: addresses of things that a tenant really has. A new route of that kind has to be
 * added here before the leak matrix passes.
 */
public final class Specimens {

    /** What an address of a tenant's thing is made from, and the same address of nothing. */
    private record Specimen(Finder finder, String unknown) {}

    @FunctionalInterface
    interface Finder {

        List<String> paths(Site site);
    }

    static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    private static final Map<String, String> EXAMPLES = Map.of(
            "slug", "amb",
            "member", "trinidad",
            "status", "suspended",
            "host", "nadie.example",
            "step", "identidad",
            "act", "reintentar",
            "key", "news",
            "id", NOBODY);

    private final JdbcClient superuser;
    private final Map<String, Specimen> byPattern = new LinkedHashMap<>();
    private final Set<String> fixed = new HashSet<>();

    Specimens(String databaseUrl) {
        this.superuser = JdbcClient.create(new DriverManagerDataSource(databaseUrl, "postgres", ""));
        put("/assets/{hash}/{*path}", site -> List.of(), "/assets/000000000000/no/such.css");
        putFixed("/idioma/{tag}", "/idioma/", "es");
        putFixed("/gestion/modulos/{key}", "/gestion/modulos/", "news", "contact");
        putFixed(
                "/gestion/ajustes/{section}",
                "/gestion/ajustes/",
                "nombre",
                "contacto",
                "idiomas",
                "zona",
                "menu",
                "legal");
        put(
                "/miembros/{slug}/emblema",
                "/miembros/%s/emblema",
                "select json_array_elements_text(profile::json -> 'members') from tenancy.tenant where id = ?",
                "no-hay");
        put(
                "/noticias/{slug}",
                "/noticias/%s",
                "select slug from content.article where kind = 'news' and tenant_id = ?",
                "no-hay");
        put(
                "/paginas/{slug}",
                "/paginas/%s",
                "select slug from content.article where kind = 'page' and tenant_id = ?",
                "no-hay");
        String indicator = "select code from indicators.indicator where tenant_id = ? order by code";
        put("/indicadores/{code}", "/indicadores/%s", indicator, "no-hay");
        put("/indicadores/{code}/datos.{format}", "/indicadores/%s/datos.csv", indicator, "no-hay");
        put(
                "/api/v1/indicators/{code}/observations.{format}",
                "/api/v1/indicators/%s/observations.csv",
                indicator,
                "no-hay");
        putFixed("/indicadores/datos.{format}", "/indicadores/datos.", "csv", "json");
        for (String end : List.of("", "/editar", "/publicar", "/archivar", "/valor")) {
            put("/gestion/indicadores/{code}" + end, "/gestion/indicadores/%s" + end, indicator, "no-hay");
        }
        String imported = "select id::text from platform.import_job where kind = 'observations' and tenant_id = ?";
        for (String end : List.of("", "/columnas", "/cargar", "/cancelar", "/informe.csv")) {
            String desk = "/gestion/indicadores/importar/";
            put(desk + "{id}" + end, desk + "%s" + end, imported, NOBODY);
        }
        String measure = "select edition || '/' || code from networks.measure where tenant_id = ? order by ord limit 3";
        for (String end : List.of("", "/mapa.svg")) {
            put("/comparaciones/{edition}/{code}" + end, "/comparaciones/%s" + end, measure, "no-hay/nada");
        }
        put(
                "/comparaciones/{edition}/frente",
                "/comparaciones/%s/frente",
                "select slug from networks.edition where published and tenant_id = ?",
                "no-hay");
        put("/comparaciones/{edition}/{code}/datos.{format}", "/comparaciones/%s/datos.csv", measure, "no-hay/nada");
        put(
                "/api/v1/comparisons/{edition}/{code}/figures.{format}",
                "/api/v1/comparisons/%s/figures.json",
                measure,
                "no-hay/nada");
        String territory = "select code from geography.territory where tenant_id = ? order by code";
        for (String pattern :
                List.of("/territorios/{code}", "/territorios/{code}.geojson", "/api/v1/territories/{code}.geojson")) {
            put(pattern, pattern.replace("{code}", "%s"), territory, "no-hay");
        }
        put("/gestion/territorios/{code}/editar", "/gestion/territorios/%s/editar", territory, "no-hay");
        put(
                "/gestion/territorios/importar/{id}",
                "/gestion/territorios/importar/%s",
                "select id::text from geography.upload where tenant_id = ?",
                NOBODY);
        put("/territorios/datos.{format}", site -> List.of("/territorios/datos.csv"), "/territorios/datos.csv");
        RequestSpecimens.addTo(this);
        putNotices();
        putTheme();
        putStaffDesks();
        putRequestDesk();
        putNetworkDesks();
        putPeople();
    }

    private void putNotices() {
        String nobody = "n".repeat(24);
        String of = "select secret from notifications.%s where tenant_id = ?";
        put("/avisos/{secret}", "/avisos/%s", of.formatted("reader"), nobody);
        put("/avisos/confirmar/{secret}", "/avisos/confirmar/%s", of.formatted("subscription"), nobody);
        // Leaving says the same to everybody, so that pressing twice is no error.
        put("/avisos/baja/{secret}", site -> List.of(), "/avisos/baja/" + nobody);
        put("/avisos/{secret}/terminar", site -> List.of(), "/avisos/" + nobody + "/terminar");
    }

    private void putStaffDesks() {
        String there = "select slug || '/' || locale from content.article where removed_at is null and ";
        String nothing = "no-hay/es";
        for (String kind : List.of("page", "news")) {
            String desk = "/gestion/" + (kind.equals("page") ? "pages" : kind);
            String mine = there + "kind = '" + kind + "' and tenant_id = ? order by published_at desc";
            for (String end : List.of("", "/historial", "/quitar", "/reponer", "/vista")) {
                put(desk + "/{slug}/{lang}" + end, desk + "/%s" + end, mine, nothing);
            }
            put(desk + "/{slug}/{lang}/historial/{version}", desk + "/%s/historial/1", mine, nothing);
        }
        String files = "select name from content.file where tenant_id = ?";
        put("/archivos/{name}", "/archivos/%s", files, "no-hay.png");
        String library = "/gestion/pages/archivos/";
        String messages = "select id::text from content.message where tenant_id = ?";
        for (String end : List.of("", "/quitar")) {
            put(library + "{name}" + end, library + "%s" + end, files, "no-hay.png");
        }
        for (String end : List.of("", "/contestado", "/borrar")) {
            put("/gestion/contact/{id}" + end, "/gestion/contact/%s" + end, messages, NOBODY);
        }
    }

    private void putNetworkDesks() {
        String networks = "select n.slug from tenancy.tenant n, tenancy.tenant m "
                + "where jsonb_exists(n.profile::jsonb -> 'members', m.slug) and m.id = ?";
        for (String end : List.of("", "/historial", "/historial.csv", "/permisos.csv")) {
            put("/gestion/comparaciones/{network}" + end, "/gestion/comparaciones/%s" + end, networks, "no-hay");
        }
        put(
                "/gestion/comparaciones/{network}/{act}",
                "/gestion/comparaciones/%s/retirar?todos=true",
                networks,
                "no-hay");
        String editions = "select slug from networks.edition where tenant_id = ? order by ord";
        for (String end : List.of("", "/editar", "/indicadores/nuevo", "/miembros", "/miembros.csv")) {
            put("/gestion/ediciones/{edition}" + end, "/gestion/ediciones/%s" + end, editions, "no-hay");
        }
        put("/gestion/ediciones/{edition}/{act}", "/gestion/ediciones/%s/congelar", editions, "no-hay");
        String measures = "select edition || '/indicadores/' || code from networks.measure where tenant_id = ? limit 2";
        for (String end : List.of("", "/orden", "/quitar")) {
            put(
                    "/gestion/ediciones/{edition}/indicadores/{code}" + end,
                    "/gestion/ediciones/%s" + end,
                    measures,
                    "no-hay/indicadores/nada");
        }
    }

    private void putPeople() {
        String person = "select person_id::text from identity.member where tenant_id = ? order by since";
        for (String end : List.of("", "/quitar")) {
            put("/gestion/personas/{person}" + end, "/gestion/personas/%s" + end, person, NOBODY);
        }
        String invitation = "select id::text from identity.invitation where tenant_id = ?";
        for (String end : List.of("/reenviar", "/retirar")) {
            String path = "/gestion/personas/invitaciones/";
            put(path + "{id}" + end, path + "%s" + end, invitation, NOBODY);
        }
        put("/invitacion/{token}", site -> List.of(), "/invitacion/" + "0".repeat(43));
        put("/cuenta/sesiones/{handle}/cerrar", site -> List.of(), "/cuenta/sesiones/" + "0".repeat(32) + "/cerrar");
    }

    private void putTheme() {
        put("/tema/{hash}.css", site -> List.of(site.theme().stylesheet()), "/tema/0000000000000000.css");
        put(
                "/tema/{hash}/{role}.{extension}",
                site -> List.copyOf(site.theme().assets().values()),
                "/tema/0000000000000000/logo.svg");
        put("/tema/vista/{token}", site -> List.of(), "/tema/vista/" + "0".repeat(80));
        String base = "/gestion/tenancy/tema";
        put(
                base + "/historial/{number}/restaurar",
                base + "/historial/%s/restaurar",
                "select number::text from tenancy.theme_version where number is not null and tenant_id = ? order by 1",
                "999999");
        for (String end : List.of("", "/quitar")) {
            put(base + "/imagenes/{role}" + end, site -> List.of(), base + "/imagenes/nada" + end);
        }
    }

    /** An operator's console shows every tenant, so there is nothing foreign; addresses are made from examples. */
    private String ofConsole(String shape) {
        String path = shape;
        for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
            path = path.replace("{" + example.getKey() + "}", example.getValue());
        }
        return path;
    }

    /** Addresses that are the same on every site, each a page of its own. */
    void putFixed(String pattern, String prefix, String... ends) {
        put(pattern, site -> Stream.of(ends).map(prefix::concat).toList(), prefix + "no-hay");
        fixed.add(pattern);
    }

    void put(String pattern, Finder finder, String unknown) {
        byPattern.put(pattern, new Specimen(finder, unknown));
    }

    void put(String pattern, String path, String sql, String unknown) {
        put(pattern, site -> select(sql, site).stream().map(path::formatted).toList(), path.formatted(unknown));
    }

    private List<String> select(String sql, Site site) {
        return superuser
                .sql(sql)
                .param(site.requireTenant().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void putRequestDesk() {
        String base = "/gestion/reportes/";
        String request = "select id::text from complaints.request where tenant_id = ? order by id";
        for (String end : List.of(
                "",
                "/estado",
                "/nota",
                "/asignar",
                "/derivar",
                "/servicio",
                "/unir",
                "/separar",
                "/texto",
                "/ocultar",
                "/anonimizar")) {
            put(base + "{id}" + end, base + "%s" + end, request, "999999999");
        }
        putFixed(base + "ajustes/{kind}", base + "ajustes/", "servicios", "preguntas", "rutas", "plazos", "cambios");
        putFixed(base + "ajustes/{kind}/nuevo", base + "ajustes/", "servicios/nuevo", "estados/nuevo");
        for (String end : List.of("/editar", "/subir", "/quitar")) {
            String services = base + "ajustes/servicios/";
            put(
                    base + "ajustes/{kind}/{code}" + end,
                    site -> List.of(services + "bache" + end),
                    services + "no-hay" + end);
        }
        String photo = "select request || '/fotos/' || id from complaints.photo where tenant_id = ? order by id";
        for (String end : List.of("", ".jpg", "/tapar", "/ocultar")) {
            put(base + "{id}/fotos/{photo}" + end, base + "%s" + end, photo, "999999999/fotos/1");
        }
    }

    /** Whether the matrix can try the route. */
    public boolean knows(Route route) {
        return !route.hasVariables()
                || byPattern.containsKey(route.shape())
                || (route.ofConsole() && !ofConsole(route.shape()).contains("{"));
    }

    /** Addresses that show what the route's pages look like; none when the site has nothing of the kind. */
    List<String> some(Route route, Site site) {
        if (!route.hasVariables()) {
            return List.of(route.pattern());
        }
        if (!byPattern.containsKey(route.shape())) {
            return List.of(ofConsole(route.shape()));
        }
        List<String> paths = byPattern.get(route.shape()).finder().paths(site);
        return fixed.contains(route.shape()) ? paths : paths.stream().limit(1).toList();
    }

    /** Addresses of things that the first site has and the second one lacks. */
    public List<String> foreign(Route route, Site owner, Site other) {
        Specimen specimen = byPattern.get(route.shape());
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
    public String unknown(Route route) {
        return Optional.ofNullable(byPattern.get(route.shape()))
                .map(Specimen::unknown)
                .orElseGet(() -> ofConsole(route.shape()));
    }
}
