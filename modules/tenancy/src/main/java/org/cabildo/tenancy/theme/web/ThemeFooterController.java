// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.SiteTheme.FooterColumn;
import org.cabildo.platform.web.Access;
import org.cabildo.tenancy.theme.ThemeDraft;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The columns of links in the draft's footer. */
@Controller
@Access(value = Access.Audience.STAFF, permission = ThemePages.PERMISSION)
class ThemeFooterController {

    private static final String SECTION = "pie";

    private final ThemePages pages;

    ThemeFooterController(ThemePages pages) {
        this.pages = pages;
    }

    @GetMapping(ThemePages.BASE + "/" + SECTION)
    String form(HttpServletRequest request, Model model) {
        ThemeDraft draft = pages.open(request, model, SECTION);
        return show(model, draft.choices().footer(), Map.of());
    }

    private static String show(Model model, List<FooterColumn> columns, Map<String, String> errors) {
        model.addAttribute("columns", columns);
        model.addAttribute("errors", errors);
        return "tenancy/theme/footer";
    }

    @PostMapping(ThemePages.BASE + "/" + SECTION)
    String save(
            @RequestParam(defaultValue = "-1") int revision,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        FooterForm form = FooterForm.of(pages.view(request), request.getParameterMap());
        if (!form.errors().isEmpty()) {
            response.setStatus(422);
            pages.open(request, model, SECTION);
            return show(model, form.columns(), form.errors());
        }
        return pages.save(request, redirect, SECTION, revision, choices -> choices.with(form.columns()));
    }
}
