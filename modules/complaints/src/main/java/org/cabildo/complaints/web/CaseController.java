// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.cabildo.complaints.Voice;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Back to a report with its code and passphrase, for whoever keeps no links and gave no address, as with confidential
 * reports. A wrong passphrase is answered like a missing report.
 */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class CaseController {

    private static final String PATH = "/reportes/caso";

    private final Voice voice;
    private final RequestPages pages;

    CaseController(Voice voice, RequestPages pages) {
        this.voice = voice;
        this.pages = pages;
    }

    @GetMapping(PATH)
    String ask(HttpServletRequest request, HttpServletResponse response, Model model) {
        ReportPages.keepPrivate(response);
        return page(pages.words(request).view(), "", Map.of(), model);
    }

    private static String page(View view, String code, Map<String, String> errors, Model model) {
        model.addAttribute(
                "page",
                Page.of(view.msg("complaints.case.title"), RequestPages.list(view))
                        .notIndexed());
        model.addAttribute("code", code);
        model.addAttribute("errors", errors);
        return "complaints/case";
    }

    @PostMapping(PATH)
    String open(HttpServletRequest request, HttpServletResponse response, Model model) {
        ReportPages.keepPrivate(response);
        View view = pages.words(request).view();
        String code = RequestPages.line(request, "codigo").replace("#", "");
        String phrase = RequestPages.line(request, "clave").replace(" ", "");
        boolean right = code.matches("[0-9]{1,18}")
                && phrase.matches("[A-Za-z0-9_-]{20,40}")
                && voice.mine(view.site().requireTenant(), Long.parseLong(code), phrase)
                        .isPresent();
        return right
                ? "redirect:/reportes/" + code + "/mio/" + phrase
                : page(view, code, Map.of("clave", view.msg("complaints.case.wrong")), model);
    }
}
