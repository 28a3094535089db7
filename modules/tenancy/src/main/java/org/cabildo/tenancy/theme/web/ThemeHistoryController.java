// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.theme.ThemeVersion;
import org.cabildo.tenancy.theme.Themes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions that were published, and the way back to one of them. */
@Controller
@Access(value = Access.Audience.STAFF, permission = ThemePages.PERMISSION)
class ThemeHistoryController {

    private static final String PATH = ThemePages.BASE + "/historial";
    private static final int PAGE = 12;

    private final ThemePages pages;
    private final Themes themes;

    ThemeHistoryController(ThemePages pages, Themes themes) {
        this.pages = pages;
        this.themes = themes;
    }

    @GetMapping(PATH)
    String history(
            @RequestParam(name = "antes", defaultValue = "2147483647") int below,
            HttpServletRequest request,
            Model model) {
        pages.open(request, model, "historial");
        List<ThemeVersion> found = themes.history(pages.tenant(request), below, PAGE + 1);
        List<ThemeVersion> versions = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("versions", versions);
        model.addAttribute(
                "next",
                found.size() > PAGE ? PATH + "?antes=" + versions.getLast().number() : "");
        return "tenancy/theme/history";
    }

    @GetMapping(PATH + "/{number:[0-9]{1,9}}/restaurar")
    String askToRollBack(@PathVariable int number, HttpServletRequest request, Model model) {
        View v = pages.view(request);
        ThemeVersion version = version(request, number);
        model.addAttribute("version", version);
        model.addAttribute(
                "page",
                Page.of(
                        v.msg("theme.rollback.title", number),
                        new Breadcrumb(v.msg("theme.title"), ThemePages.BASE),
                        new Breadcrumb(v.msg("theme.tab.historial"), PATH)));
        return "tenancy/theme/rollback";
    }

    @PostMapping(PATH + "/{number:[0-9]{1,9}}/restaurar")
    String rollBack(@PathVariable int number, HttpServletRequest request, RedirectAttributes redirect) {
        version(request, number);
        ThemeVersion fresh = themes.rollBack(pages.tenant(request), number, pages.actor(request));
        redirect.addFlashAttribute("flash", pages.view(request).msg("theme.rolledBack", number, fresh.number()));
        return "redirect:" + PATH;
    }

    private ThemeVersion version(HttpServletRequest request, int number) {
        return themes.version(pages.tenant(request), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
