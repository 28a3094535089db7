// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.TileSource;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.theme.ThemeChoices;
import org.cabildo.tenancy.theme.ThemeDraft;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The words of the home page in the languages of the site, and the order of its tiles. */
@Controller
@Access(value = Access.Audience.STAFF, permission = ThemePages.PERMISSION)
class ThemeTextsController {

    private static final String SECTION = "textos";
    private static final int LONGEST = 240;

    private final ThemePages pages;
    private final ObjectProvider<TileSource> tiles;

    ThemeTextsController(ThemePages pages, ObjectProvider<TileSource> tiles) {
        this.pages = pages;
        this.tiles = tiles;
    }

    @GetMapping(ThemePages.BASE + "/" + SECTION)
    String form(HttpServletRequest request, Model model) {
        ThemeDraft draft = pages.open(request, model, SECTION);
        return show(request, model, draft.choices().texts(), Map.of());
    }

    private String show(
            HttpServletRequest request,
            Model model,
            Map<String, Map<String, String>> texts,
            Map<String, String> errors) {
        View v = pages.view(request);
        model.addAttribute("texts", texts);
        model.addAttribute(
                "tiles", shown(v.site(), pages.current(request).choices().tiles()));
        model.addAttribute("errors", errors);
        return "tenancy/theme/texts";
    }

    /** Tiles of modules that are on, in the order that the home page has. */
    private List<String> shown(Site site, List<String> order) {
        return tiles.orderedStream()
                .map(TileSource::module)
                .filter(site::has)
                .distinct()
                .sorted(Comparator.comparingInt(
                        module -> order.contains(module) ? order.indexOf(module) : Integer.MAX_VALUE))
                .toList();
    }

    @PostMapping(ThemePages.BASE + "/" + SECTION)
    String save(
            @RequestParam(defaultValue = "-1") int revision,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        View v = pages.view(request);
        Map<String, String> errors = new LinkedHashMap<>();
        Map<String, Map<String, String>> texts = texts(request, v, errors);
        if (!errors.isEmpty()) {
            response.setStatus(422);
            pages.open(request, model, SECTION);
            return show(request, model, texts, errors);
        }
        return pages.save(
                request,
                redirect,
                SECTION,
                revision,
                choices -> choices.with(texts, order(request, shown(v.site(), choices.tiles()), choices.tiles())));
    }

    private static Map<String, Map<String, String>> texts(
            HttpServletRequest request, View v, Map<String, String> errors) {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        for (String key : ThemeChoices.TEXTS) {
            Map<String, String> localised = new LinkedHashMap<>();
            for (Locale locale : v.site().locales()) {
                String field = key + "-" + locale.getLanguage();
                String text = String.valueOf(request.getParameter(field)).strip();
                String label = v.msg("theme.text." + key);
                if (request.getParameter(field) == null || text.isEmpty()) {
                    if (locale.equals(v.site().defaultLocale())) {
                        errors.put(field, v.msg("theme.error.text", label));
                    }
                } else {
                    localised.put(locale.getLanguage(), text);
                    if (text.length() > LONGEST) {
                        errors.put(field, v.msg("theme.error.long", label, LONGEST));
                    }
                }
            }
            texts.put(key, localised);
        }
        return texts;
    }

    /** The wished order; tiles that the form does not show keep their place behind the others. */
    private static List<String> order(HttpServletRequest request, List<String> shown, List<String> stored) {
        List<String> wished = new ArrayList<>(shown);
        wished.sort(
                Comparator.comparingDouble(tile -> place(request.getParameter("tile-" + tile), shown.indexOf(tile))));
        if (wished.equals(shown)) {
            return stored;
        }
        List<String> order = new ArrayList<>(wished);
        stored.stream().filter(tile -> !order.contains(tile)).forEach(order::add);
        return order;
    }

    /** A tile that is given a taken place goes before the one that had it. */
    private static double place(String given, int before) {
        if (given == null || !given.matches("\\d{1,3}")) {
            return before + 1.0;
        }
        int wanted = Integer.parseInt(given);
        return wanted == before + 1 ? wanted : wanted < before + 1 ? wanted - 0.5 : wanted + 0.5;
    }
}
