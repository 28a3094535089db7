// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cabildo.content.Inbox;
import org.cabildo.content.Inbox.Draft;
import org.cabildo.content.Inbox.TooMany;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** How to reach the public body, and a form to write to it. */
@Controller
@Access(Access.Audience.PUBLIC)
class ContactController {

    private static final String EMAIL = "[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}";
    private static final int LONGEST = 5_000;

    private final Inbox inbox;
    private final ViewFactory views;

    ContactController(Inbox inbox, ViewFactory views) {
        this.inbox = inbox;
        this.views = views;
    }

    @GetMapping("/contacto")
    String contact(HttpServletRequest request, Model model) {
        View view = views.of(request);
        return show(view, new Draft("", "", "", "", view.locale()), Map.of(), model);
    }

    private static String show(View view, Draft draft, Map<String, String> errors, Model model) {
        String official = view.site().officialName();
        model.addAttribute(
                "page",
                Page.of(view.msg("content.contact.title")).describedAs(view.msg("content.contact.lead", official)));
        model.addAttribute("draft", draft);
        model.addAttribute("errors", errors);
        model.addAttribute("days", Inbox.KEPT_DAYS);
        return "content/contact";
    }

    @PostMapping("/contacto")
    String send(HttpServletRequest request, HttpServletResponse response, Model model) {
        View view = views.of(request);
        Draft draft = new Draft(
                line(request, "name"), line(request, "email"), line(request, "subject"), body(request), view.locale());
        if (!line(request, "website").isEmpty()) {
            return "redirect:/contacto/enviado"; // only programs fill in what people don't see
        }
        Map<String, String> errors = errors(view, draft);
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return show(view, draft, errors, model);
        }
        try {
            inbox.receive(view.site(), draft);
        } catch (TooMany exception) {
            response.setStatus(429);
            response.setHeader("Retry-After", "3600");
            return show(view, draft, Map.of("", view.msg("content.contact.error.many")), model);
        }
        return "redirect:/contacto/enviado";
    }

    @GetMapping("/contacto/enviado")
    String sent(HttpServletRequest request, Model model) {
        View view = views.of(request);
        model.addAttribute(
                "page",
                Page.of(
                                view.msg("content.contact.sent"),
                                new Breadcrumb(view.msg("content.contact.title"), "/contacto"))
                        .notIndexed());
        return "content/contactSent";
    }

    private static Map<String, String> errors(View view, Draft draft) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (draft.name().isEmpty() || draft.name().length() > 120) {
            errors.put("name", view.msg("content.contact.error.name"));
        }
        if (!draft.email().matches(EMAIL) || draft.email().length() > 254) {
            errors.put("email", view.msg("content.contact.error.email"));
        }
        if (draft.subject().isEmpty() || draft.subject().length() > 160) {
            errors.put("subject", view.msg("content.contact.error.subject"));
        }
        if (draft.body().isEmpty() || draft.body().length() > LONGEST) {
            errors.put("message", view.msg("content.contact.error.message", LONGEST));
        }
        return errors;
    }

    private static String line(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    private static String body(HttpServletRequest request) {
        String value = request.getParameter("message");
        return value == null
                ? ""
                : value.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                        .strip();
    }
}
