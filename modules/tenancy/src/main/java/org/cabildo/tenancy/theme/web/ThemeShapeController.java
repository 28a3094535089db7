// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import org.cabildo.platform.web.Access;
import org.cabildo.tenancy.theme.SampleLayout;
import org.cabildo.tenancy.theme.ThemeChoices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters, corners and layout of the draft. */
@Controller
@Access(value = Access.Audience.STAFF, permission = ThemePages.PERMISSION)
class ThemeShapeController {

    private static final String SECTION = "forma";

    private final ThemePages pages;

    ThemeShapeController(ThemePages pages) {
        this.pages = pages;
    }

    @GetMapping(ThemePages.BASE + "/" + SECTION)
    String form(HttpServletRequest request, Model model) {
        pages.open(request, model, SECTION);
        return "tenancy/theme/shape";
    }

    @PostMapping(ThemePages.BASE + "/" + SECTION)
    String save(
            @RequestParam(defaultValue = "-1") int revision, HttpServletRequest request, RedirectAttributes redirect) {
        return pages.save(request, redirect, SECTION, revision, choices -> {
            ThemeChoices sent = SampleLayout.of(choices.palette(), request.getParameterMap());
            return choices.with(sent.headingFont(), sent.bodyFont(), sent.radius(), sent.variants());
        });
    }
}
