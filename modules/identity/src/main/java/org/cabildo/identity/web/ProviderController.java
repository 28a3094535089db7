// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cabildo.identity.Accounts;
import org.cabildo.identity.OwnProvider;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tenant's own identity provider, for municipalities whose staff have accounts already. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "people.manage")
class ProviderController {

    private final OwnProvider provider;
    private final PeoplePages pages;
    private final Actors actors;

    ProviderController(OwnProvider provider, PeoplePages pages, Actors actors) {
        this.provider = provider;
        this.pages = pages;
        this.actors = actors;
    }

    @GetMapping(PeoplePages.PROVIDER)
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        Site site = SiteContext.of(request);
        try {
            Optional<OwnProvider.Settings> known = provider.of(site);
            ProviderForm form = known.map(found -> new ProviderForm(found.name(), found.issuer(), found.clientId()))
                    .orElse(new ProviderForm("", "", ""));
            return page(request, model, form, known.isPresent(), Map.of());
        } catch (Accounts.Unreachable unreachable) {
            return unreachable(request, response, model, new ProviderForm("", "", ""));
        }
    }

    private String unreachable(
            HttpServletRequest request, HttpServletResponse response, Model model, ProviderForm form) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        String message = pages.view(request).msg("identity.provider.unreachable");
        return page(request, model, form, false, Map.of("", message));
    }

    private String page(
            HttpServletRequest request, Model model, ProviderForm form, boolean known, Map<String, String> errors) {
        View view = pages.view(request);
        model.addAttribute("page", Page.of(view.msg("module.people.name")));
        model.addAttribute("tabs", pages.tabs(view, false));
        model.addAttribute("form", form);
        model.addAttribute("known", known);
        model.addAttribute("callback", provider.callback(SiteContext.of(request)));
        model.addAttribute("errors", errors);
        return "identity/provider";
    }

    @PostMapping(PeoplePages.PROVIDER)
    String keep(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String clientId,
            @RequestParam(defaultValue = "") String secret) {
        View view = pages.view(request);
        Site site = SiteContext.of(request);
        ProviderForm form = new ProviderForm(name.strip(), address.strip(), clientId.strip());
        try {
            boolean known = provider.of(site).isPresent();
            Map<String, String> errors = errors(view, form, known || !secret.isBlank());
            if (errors.isEmpty()) {
                try {
                    provider.keep(
                            site,
                            new OwnProvider.Access(
                                    form.name(), URI.create(form.address()), form.clientId(), secret.strip()),
                            actors.of(request).orElseThrow());
                } catch (OwnProvider.Refused refused) {
                    errors.put("address", view.msg("identity.provider.error.address"));
                }
            }
            if (!errors.isEmpty()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return page(request, model, form, known, errors);
            }
        } catch (Accounts.Unreachable unreachable) {
            return unreachable(request, response, model, form);
        }
        redirect.addFlashAttribute("flash", view.msg("identity.provider.kept"));
        return "redirect:" + PeoplePages.PROVIDER;
    }

    private static Map<String, String> errors(View view, ProviderForm form, boolean secret) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (form.name().isEmpty() || form.name().length() > 100) {
            errors.put("name", view.msg("identity.provider.error.name"));
        }
        if (!form.address().matches("https://[^\\s?#]{3,500}")) {
            errors.put("address", view.msg("identity.provider.error.address"));
        }
        if (form.clientId().isEmpty() || form.clientId().length() > 200) {
            errors.put("clientId", view.msg("identity.provider.error.client"));
        }
        if (!secret) {
            errors.put("secret", view.msg("identity.provider.error.secret"));
        }
        return errors;
    }

    @GetMapping(PeoplePages.PROVIDER + "/quitar")
    String confirm(HttpServletRequest request, Model model) {
        View view = pages.view(request);
        model.addAttribute("page", PeoplePages.below(view, view.msg("identity.provider.removeTitle")));
        return "identity/provider-remove";
    }

    @PostMapping(PeoplePages.PROVIDER + "/quitar")
    String remove(HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        try {
            provider.remove(SiteContext.of(request), actors.of(request).orElseThrow());
        } catch (Accounts.Unreachable unreachable) {
            return unreachable(request, response, model, new ProviderForm("", "", ""));
        }
        redirect.addFlashAttribute("flash", pages.view(request).msg("identity.provider.removed"));
        return "redirect:" + PeoplePages.PROVIDER;
    }
}
