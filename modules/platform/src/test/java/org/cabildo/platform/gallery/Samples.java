// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.gallery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.SiteTheme;
import org.cabildo.platform.SiteTheme.FooterColumn;
import org.cabildo.platform.SiteTheme.Link;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.NavLink;

/** The pages of the gallery, three invented sites in three themes. */
final class Samples {

    private static final Actor CLERK =
            new Actor(new UUID(0, 7), "Rosa Mamani Quispe", "rosa@example.org", Set.of("editor"), Set.of(), false);
    private static final Actor OPERATOR =
            new Actor(new UUID(0, 8), "Ana Torres", "ana@example.org", Set.of(), Set.of(), true);

    private static final List<NavLink> MENU = List.of(
            new NavLink("Noticias", "/noticias", "news", false),
            new NavLink("Reportes", "/reportes", "megaphone", false),
            new NavLink("Transparencia", "/transparencia", "eye", true),
            new NavLink("Indicadores", "/indicadores", "chart", false),
            new NavLink("Objetivos (ODS)", "/ods", "target", false),
            new NavLink("Datos abiertos", "/datos", "database", false),
            new NavLink("La entidad", "/entidad", "landmark", false));

    private static final List<NavLink> STAFF = List.of(
            new NavLink("Mi trabajo", "/gestion", "inbox", true),
            new NavLink("Noticias", "/gestion/news", "news", false),
            new NavLink("Páginas", "/gestion/pages", "page", false),
            new NavLink("Reportes", "/gestion/complaints", "megaphone", false),
            new NavLink("Transparencia", "/gestion/transparency", "eye", false),
            new NavLink("Apariencia", "/gestion/apariencia", "palette", false),
            new NavLink("Personas", "/gestion/personas", "users", false),
            new NavLink("Módulos", "/gestion/modulos", "toggle", false),
            new NavLink("Registro de cambios", "/gestion/cambios", "history", false));

    private static final List<NavLink> CONSOLE = List.of(
            new NavLink("Entidades", "/entidades", "building", true),
            new NavLink("Nueva entidad", "/entidades/nueva", "plus", false),
            new NavLink("Salud", "/salud", "activity", false),
            new NavLink("Eventos", "/eventos", "layers", false),
            new NavLink("Auditoría", "/auditoria", "shield", false),
            new NavLink("Operadores", "/operadores", "key", false));

    private Samples() {}

    static List<Sample> all() {
        var samples = new ArrayList<Sample>();
        Map<String, String> altura = Map.of(
                "header",
                "band",
                "hero",
                "pattern",
                "home",
                "classic",
                "pattern",
                "weave",
                "fontHeading",
                "source-serif-4",
                "fontBody",
                "source-sans-3");
        Map<String, String> ladera = Map.of(
                "header",
                "light",
                "hero",
                "image",
                "home",
                "mosaic",
                "pattern",
                "contour",
                "fontHeading",
                "bitter",
                "fontBody",
                "inter");
        Map<String, String> ribera = Map.of(
                "header",
                "dark",
                "hero",
                "plain",
                "home",
                "figures",
                "pattern",
                "river",
                "fontHeading",
                "atkinson-hyperlegible",
                "fontBody",
                "atkinson-hyperlegible");
        var one = site("altura", "Altura", "Gobierno Autónomo Municipal de Altura", altura);
        var two = site("ladera", "Ladera del Sur", "Municipalidad Provincial de Ladera del Sur", ladera);
        var three = site("ribera", "Ribera", "Ayuntamiento de Ribera", ribera);
        for (Site site : List.of(one, two, three)) {
            samples.add(new Sample("home-" + site.slug(), "home", portal(site, "/", null)));
            samples.add(new Sample("list-" + site.slug(), "list", portal(site, "/transparencia/obras", null)));
            samples.add(new Sample("charts-" + site.slug(), "charts", portal(site, "/comparaciones/agua", null)));
            samples.add(new Sample("detail-" + site.slug(), "detail", portal(site, "/transparencia/obras/17", null)));
            samples.add(new Sample("prose-" + site.slug(), "prose", portal(site, "/entidad/historia", null)));
        }
        for (String pattern : List.of("port-grid", "terraces")) {
            var variants = new java.util.HashMap<>(altura);
            variants.put("pattern", pattern);
            variants.put("fontHeading", "fraunces");
            samples.add(new Sample(
                    "home-" + pattern,
                    "home",
                    portal(site("altura", "Altura", one.officialName(), variants), "/", null)));
        }
        samples.add(new Sample(
                "home-english", "home", new SampleView(one, Locale.of("en"), "/", MENU, List.of(), null, null)));
        samples.add(new Sample("form", "form", portal(one, "/reportes/nuevo", CLERK)));
        samples.add(new Sample("wizard", "wizard", portal(two, "/reportes/nuevo/lugar", CLERK)));
        samples.add(new Sample("empty", "empty", portal(three, "/noticias", null)));
        samples.add(new Sample("error", "failure", portal(two, "/nada", null)));
        samples.add(new Sample("confirm", "confirm", staff(one, "/gestion/news/3/retirar")));
        samples.add(new Sample("workspace", "workspace", staff(one, "/gestion")));
        samples.add(new Sample("theme", "theme", staff(two, "/gestion/apariencia")));
        samples.add(new Sample("editor", "editor", staff(three, "/gestion/news/3")));
        samples.add(new Sample("console", "console", console("/entidades")));
        samples.add(new Sample("onboarding", "onboarding", console("/entidades/nueva")));
        return samples;
    }

    static SampleView portal(
            Site site, String path, org.cabildo.platform.@org.jspecify.annotations.Nullable Actor actor) {
        return new SampleView(site, Locale.of("es"), path, MENU, List.of(), actor, null);
    }

    private static SampleView staff(Site site, String path) {
        return new SampleView(site, Locale.of("es"), path, MENU, STAFF, CLERK, "La noticia fue publicada.");
    }

    private static SampleView console(String path) {
        var theme = new SiteTheme("", Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of());
        var site = new Site(
                null,
                SiteKind.CONSOLE,
                "console",
                "Cabildo",
                "Cabildo",
                "BO",
                "",
                ZoneId.of("America/La_Paz"),
                List.of(Locale.of("es")),
                SiteStatus.LIVE,
                List.of("console.example.org"),
                Set.of(),
                theme,
                Map.of(),
                List.of(),
                Map.of(),
                1);
        return new SampleView(site, Locale.of("es"), path, List.of(), CONSOLE, OPERATOR, null);
    }

    static Site site(String slug, String name, String officialName, Map<String, String> variants) {
        var theme = new SiteTheme(
                "themes/" + slug + ".css",
                variants,
                Map.of("mark", "themes/" + slug + ".svg", "hero", "themes/hero.svg"),
                List.of(),
                List.of(
                        new FooterColumn(
                                Map.of("es", "La entidad"),
                                List.of(
                                        new Link(Map.of("es", "Autoridades"), "/entidad/autoridades"),
                                        new Link(Map.of("es", "Organigrama"), "/entidad/organigrama"),
                                        new Link(Map.of("es", "Trabaje con nosotros"), "/entidad/convocatorias"))),
                        new FooterColumn(
                                Map.of("es", "Trámites"),
                                List.of(
                                        new Link(Map.of("es", "Licencia de funcionamiento"), "/tramites/licencia"),
                                        new Link(Map.of("es", "Impuesto predial"), "/tramites/predial"),
                                        new Link(Map.of("es", "Registro civil"), "/tramites/registro")))),
                Map.of(
                        "es",
                        Map.of(
                                "heroTitle", "Su ciudad, con las cuentas claras",
                                "heroText",
                                        "Siga las obras de su barrio, revise el presupuesto y avise cuando algo no funciona. Todo lo que publicamos dice de dónde sale.")),
                Map.of());
        return new Site(
                new TenantId(1),
                SiteKind.MUNICIPALITY,
                slug,
                name,
                officialName,
                "BO",
                "000000",
                ZoneId.of("America/La_Paz"),
                List.of(Locale.of("es"), Locale.of("en"), Locale.of("ay")),
                SiteStatus.LIVE,
                List.of(slug + ".example.org"),
                Set.of("news", "search"),
                theme,
                Map.of(
                        "address",
                        "Plaza Mayor 12, Centro",
                        "phone",
                        "+591 2 265 0000",
                        "email",
                        "contacto@example.org",
                        "hours",
                        "Lunes a viernes, 8:30 a 16:30",
                        "facebook",
                        "https://example.org/facebook"),
                List.of(),
                Map.of(),
                1);
    }
}
