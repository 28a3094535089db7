// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.files.FileType;
import org.cabildo.platform.web.Access;
import org.cabildo.tenancy.theme.PaletteForm;
import org.cabildo.tenancy.theme.ThemeDraft;
import org.cabildo.tenancy.theme.Themes;
import org.cabildo.tenancy.theme.colour.LogoColours;
import org.cabildo.tenancy.theme.colour.Palette;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The colours of the draft, with their contrast and proposals from the logo. */
@Controller
@Access(value = Access.Audience.STAFF, permission = ThemePages.PERMISSION)
class ThemeColoursController {

    private static final String SECTION = "colores";

    private final ThemePages pages;
    private final Themes themes;
    private final LogoColours logos;

    ThemeColoursController(ThemePages pages, Themes themes, LogoColours logos) {
        this.pages = pages;
        this.themes = themes;
        this.logos = logos;
    }

    @GetMapping(ThemePages.BASE + "/" + SECTION)
    String form(
            @RequestParam(name = "propuesta", defaultValue = "0") int proposal,
            HttpServletRequest request,
            Model model) {
        ThemeDraft draft = pages.open(request, model, SECTION);
        List<Palette> proposals = proposals(request);
        boolean chosen = proposal > 0 && proposal <= proposals.size();
        model.addAttribute(
                "palette",
                chosen ? proposals.get(proposal - 1) : draft.choices().palette());
        model.addAttribute("proposals", proposals);
        model.addAttribute("errors", Map.of());
        return "tenancy/theme/colours";
    }

    private List<Palette> proposals(HttpServletRequest request) {
        return themes.picture(pages.tenant(request), "logo")
                .or(() -> themes.picture(pages.tenant(request), "mark"))
                .map(logo -> logos.of(
                        logo.content(), FileType.ofExtension(logo.extension()).orElse(FileType.PNG)))
                .map(LogoColours.Found::palettes)
                .orElse(List.of());
    }

    @PostMapping(ThemePages.BASE + "/" + SECTION)
    String save(
            @RequestParam(defaultValue = "-1") int revision,
            @RequestParam(name = "comprobar", required = false) boolean check,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        PaletteForm form = PaletteForm.of(request.getParameterMap());
        if (check || !form.errors().isEmpty()) {
            pages.open(request, model, SECTION);
            model.addAttribute("palette", form.palette());
            model.addAttribute("proposals", proposals(request));
            model.addAttribute("errors", form.messages(pages.view(request)));
            response.setStatus(form.errors().isEmpty() ? 200 : 422);
            return "tenancy/theme/colours";
        }
        return pages.save(request, redirect, SECTION, revision, choices -> choices.with(form.palette()));
    }
}
