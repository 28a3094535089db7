// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territories;
import org.cabildo.geography.TerritoryEditing;
import org.cabildo.geography.TileServer;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff name the kinds of territories and choose what lies below their maps. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "territories.edit")
class MapDesk {

    private static final String LEVELS = TerritoryDesk.PATH + "/niveles";
    private static final String MAP = TerritoryDesk.PATH + "/mapa";

    private final Territories territories;
    private final TerritoryEditing editing;
    private final ViewFactory views;

    MapDesk(Territories territories, TerritoryEditing editing, ViewFactory views) {
        this.territories = territories;
        this.editing = editing;
        this.views = views;
    }

    @GetMapping(LEVELS)
    String levels(HttpServletRequest request, Model model) {
        View view = views.of(request);
        String code = TerritoryForm.line(request, "nivel");
        Level level = territories.levels(view.site().requireTenant()).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
        List<Wording> words = view.site().locales().stream()
                .map(locale -> new Wording(
                        locale.getLanguage(),
                        language(view, locale),
                        level == null ? "" : level.name().getOrDefault(locale.getLanguage(), ""),
                        level == null ? "" : level.plural().getOrDefault(locale.getLanguage(), "")))
                .toList();
        return levels(view, level == null ? "" : code, level != null, words, Map.of(), model);
    }

    private static String language(View view, Locale locale) {
        return locale.getDisplayLanguage(view.locale());
    }

    @PostMapping(LEVELS)
    String name(HttpServletRequest request, Model model, RedirectAttributes redirect) {
        View view = views.of(request);
        String code = TerritoryForm.line(request, "code");
        List<Level> known = territories.levels(view.site().requireTenant());
        List<Wording> words = new ArrayList<>();
        Map<String, String> errors = new LinkedHashMap<>();
        if (!code.matches(Level.CODE) || code.length() > 40) {
            errors.put("code", view.msg("geography.error.levelCode"));
        }
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> plurals = new LinkedHashMap<>();
        for (Locale locale : view.site().locales()) {
            String tag = locale.getLanguage();
            Wording one = new Wording(
                    tag,
                    language(view, locale),
                    TerritoryForm.line(request, "name-" + tag),
                    TerritoryForm.line(request, "plural-" + tag));
            words.add(one);
            if (one.name().isEmpty() || one.name().length() > 60) {
                errors.put("name-" + tag, view.msg("geography.error.levelName"));
            }
            if (one.plural().isEmpty() || one.plural().length() > 60) {
                errors.put("plural-" + tag, view.msg("geography.error.levelName"));
            }
            names.put(tag, one.name());
            plurals.put(tag, one.plural());
        }
        Optional<Level> before =
                known.stream().filter(level -> level.code().equals(code)).findFirst();
        if (!errors.isEmpty()) {
            return levels(view, code, before.isPresent(), words, errors, model);
        }
        int order = before.map(Level::order)
                .orElse(known.stream().mapToInt(Level::order).max().orElse(0) + 1);
        Level level = new Level(code, names, plurals, order);
        editing.save(view.site().requireTenant(), level, Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg("geography.levels.saved", view.localised(names)));
        return "redirect:" + LEVELS;
    }

    private String levels(
            View view, String code, boolean known, List<Wording> words, Map<String, String> errors, Model model) {
        model.addAttribute("page", Page.of(view.msg("geography.levels.title"), way(view)));
        model.addAttribute(
                "levels",
                territories.levels(view.site().requireTenant()).stream()
                        .map(level -> new NamedLevel(
                                level.code(), view.localised(level.name()), view.localised(level.plural())))
                        .toList());
        model.addAttribute("base", LEVELS);
        model.addAttribute("tabs", tabs(view, LEVELS));
        model.addAttribute("code", code);
        model.addAttribute("known", known);
        model.addAttribute("words", words);
        model.addAttribute("errors", errors);
        return "geography/desk/levels";
    }

    @GetMapping(MAP)
    String map(HttpServletRequest request, Model model) {
        View view = views.of(request);
        Optional<TileServer> server = territories.tiles(view.site().requireTenant());
        return map(
                view,
                server.map(TileServer::url).orElse(""),
                server.map(TileServer::attribution).orElse(""),
                server.map(one -> "" + one.maxZoom()).orElse("19"),
                Map.of(),
                model);
    }

    @PostMapping(MAP)
    String choose(HttpServletRequest request, Model model, RedirectAttributes redirect) {
        View view = views.of(request);
        String url = TerritoryForm.line(request, "url");
        String attribution = TerritoryForm.line(request, "attribution");
        String zoom = TerritoryForm.line(request, "maxZoom");
        Map<String, String> errors = new LinkedHashMap<>();
        TileServer server = null;
        if (!url.isEmpty()) {
            if (attribution.isEmpty() || attribution.length() > 200) {
                errors.put("attribution", view.msg("geography.tiles.attributionError"));
            }
            if (!zoom.matches("[0-9]{1,2}") || Integer.parseInt(zoom) < 1 || Integer.parseInt(zoom) > 24) {
                errors.put("maxZoom", view.msg("geography.tiles.zoomError"));
            }
            try {
                server = new TileServer(
                        url, errors.isEmpty() ? attribution : "?", errors.isEmpty() ? Integer.parseInt(zoom) : 1);
            } catch (IllegalArgumentException exception) {
                errors.put("url", view.msg("geography.tiles.urlError"));
            }
        }
        if (!errors.isEmpty()) {
            return map(view, url, attribution, zoom, errors, model);
        }
        editing.choose(view.site().requireTenant(), server, Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute(
                "flash", view.msg(server == null ? "geography.tiles.none" : "geography.tiles.saved"));
        return "redirect:" + MAP;
    }

    private static String map(
            View view, String url, String attribution, String zoom, Map<String, String> errors, Model model) {
        model.addAttribute("page", Page.of(view.msg("geography.tiles.title"), way(view)));
        model.addAttribute("base", MAP);
        model.addAttribute("tabs", tabs(view, MAP));
        model.addAttribute("url", url);
        model.addAttribute("attribution", attribution);
        model.addAttribute("zoom", zoom);
        model.addAttribute("errors", errors);
        return "geography/desk/tiles";
    }

    /** The pages of the desk. */
    static List<NavLink> tabs(View view, String current) {
        return List.of(
                tab(view, "geography.desk.all", TerritoryDesk.PATH, current),
                tab(view, "geography.levels.title", LEVELS, current),
                tab(view, "geography.tiles.title", MAP, current));
    }

    private static NavLink tab(View view, String label, String path, String current) {
        return new NavLink(view.msg(label), path, "", path.equals(current));
    }

    static Breadcrumb way(View view) {
        return new Breadcrumb(view.msg("module.geography.name"), TerritoryDesk.PATH);
    }
}
