// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.theme.StaleDraft;
import org.cabildo.tenancy.theme.ThemeChoices;
import org.cabildo.tenancy.theme.ThemeDraft;
import org.cabildo.tenancy.theme.Themes;
import org.cabildo.tenancy.workspace.Permissions;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of the theme's editor share: head, tabs, the draft of a request and how it is saved. */
@Component
class ThemePages {

    static final String BASE = "/gestion/tenancy/tema";
    static final String PERMISSION = Permissions.THEME;
    private static final List<String> SECTIONS =
            List.of("", "colores", "forma", "textos", "imagenes", "pie", "historial");

    private final Themes themes;
    private final ViewFactory views;
    private final Actors actors;

    ThemePages(Themes themes, ViewFactory views, Actors actors) {
        this.themes = themes;
        this.views = views;
        this.actors = actors;
    }

    View view(HttpServletRequest request) {
        return views.of(request);
    }

    TenantId tenant(HttpServletRequest request) {
        return view(request).site().requireTenant();
    }

    Actor actor(HttpServletRequest request) {
        return actors.of(request).orElseThrow();
    }

    ThemeDraft current(HttpServletRequest request) {
        return themes.current(tenant(request));
    }

    /** Fills in what every page of the editor has. */
    ThemeDraft open(HttpServletRequest request, Model model, String section) {
        View v = view(request);
        ThemeDraft draft = current(request);
        Page page = section.isEmpty()
                ? Page.of(v.msg("theme.title"))
                : Page.of(v.msg("theme.tab." + section), new Breadcrumb(v.msg("theme.title"), BASE));
        model.addAttribute("page", page);
        model.addAttribute("tabs", tabs(v, section));
        model.addAttribute("draft", draft);
        return draft;
    }

    private static List<NavLink> tabs(View v, String current) {
        return SECTIONS.stream()
                .map(section -> new NavLink(
                        v.msg(section.isEmpty() ? "theme.tab.resumen" : "theme.tab." + section),
                        section.isEmpty() ? BASE : BASE + "/" + section,
                        "",
                        section.equals(current)))
                .toList();
    }

    /** Saves a part of the choices and goes back to where they were made. */
    String save(
            HttpServletRequest request,
            RedirectAttributes redirect,
            String section,
            int revision,
            UnaryOperator<ThemeChoices> change) {
        View v = view(request);
        ThemeChoices choices = change.apply(current(request).choices());
        try {
            themes.change(tenant(request), choices, revision, actor(request));
            redirect.addFlashAttribute("flash", v.msg("theme.saved"));
        } catch (StaleDraft stale) {
            redirect.addFlashAttribute("flash", v.msg("theme.stale"));
        }
        return "redirect:" + BASE + "/" + section;
    }
}
