// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import jakarta.servlet.http.HttpServletRequest;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How to reach the public body. */
@Controller
@Access(Access.Audience.PUBLIC)
class ContactController {

    private final ViewFactory views;

    ContactController(ViewFactory views) {
        this.views = views;
    }

    @GetMapping("/contacto")
    String contact(HttpServletRequest request, Model model) {
        View view = views.of(request);
        String official = view.site().officialName();
        model.addAttribute(
                "page",
                Page.of(view.msg("content.contact.title")).describedAs(view.msg("content.contact.lead", official)));
        return "content/contact";
    }
}
