// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.Administrators;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people who administer a tenant: invite, invite again, remove. */
@Controller("consolePeopleController")
@RequestMapping("/municipios/{slug:[a-z][a-z0-9-]*}/personas")
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class PeopleController {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private final TenantPages pages;
    private final ObjectProvider<Administrators> administrators;

    PeopleController(TenantPages pages, ObjectProvider<Administrators> administrators) {
        this.pages = pages;
        this.administrators = administrators;
    }

    private Administrators people() {
        Administrators people = administrators.getIfAvailable();
        if (people == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return people;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model, @PathVariable String slug) {
        return show(request, model, pages.site(slug), "", Map.of());
    }

    private String show(HttpServletRequest request, Model model, Site site, String typed, Map<String, String> errors) {
        pages.show(request, model, site, "personas");
        List<Administrators.Administrator> people = people().of(site.requireTenant());
        model.addAttribute("people", people);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "tenancy/console/people";
    }

    @PostMapping
    String invite(
            HttpServletRequest request,
            Model model,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes redirect) {
        Site site = pages.site(slug);
        View v = pages.view(request);
        String address = email.strip().toLowerCase(java.util.Locale.ROOT);
        if (!EMAIL.matcher(address).matches() || address.length() > 254) {
            return show(request, model, site, email, Map.of("email", v.msg("onboarding.error.email")));
        }
        people().invite(site.requireTenant(), address, site.defaultLocale().toLanguageTag(), pages.actor(request));
        redirect.addFlashAttribute("flash", v.msg("console.people.invited", address));
        return "redirect:/municipios/" + slug + "/personas";
    }

    @GetMapping("/quitar")
    String removing(HttpServletRequest request, Model model, @PathVariable String slug, @RequestParam String email) {
        Site site = pages.site(slug);
        View v = pages.view(request);
        pages.below(request, model, site, v.msg("console.people.removeTitle", email));
        model.addAttribute("text", v.msg("console.people.removeText", email, site.name()));
        model.addAttribute("label", v.msg("console.people.remove"));
        model.addAttribute("back", "/municipios/" + slug + "/personas");
        return "tenancy/console/question";
    }

    @PostMapping("/quitar")
    String remove(
            HttpServletRequest request,
            @PathVariable String slug,
            @RequestParam String email,
            RedirectAttributes redirect) {
        people().remove(pages.site(slug).requireTenant(), email, pages.actor(request));
        redirect.addFlashAttribute("flash", pages.view(request).msg("console.people.removed", email));
        return "redirect:/municipios/" + slug + "/personas";
    }
}
