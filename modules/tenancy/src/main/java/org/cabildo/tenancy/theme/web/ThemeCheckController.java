// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.tenancy.theme.PaletteForm;
import org.cabildo.tenancy.theme.SampleLayout;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the colours of a form come to, while they change. Computes and stores nothing. */
@Controller
class ThemeCheckController {

    @Access(
            value = Access.Audience.SIGNED_IN,
            on = {SiteKind.MUNICIPALITY, SiteKind.NETWORK, SiteKind.CONSOLE})
    @GetMapping("/tema/contraste")
    String check(
            @RequestParam(name = "sample-name", defaultValue = "") String name,
            HttpServletRequest request,
            Model model) {
        PaletteForm form = PaletteForm.of(request.getParameterMap());
        model.addAttribute("palette", form.palette());
        model.addAttribute("choices", SampleLayout.of(form.palette(), request.getParameterMap()));
        model.addAttribute("name", name.isBlank() ? SiteContext.of(request).name() : name);
        return "tenancy/theme/check";
    }
}
