// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cabildo.identity.LastAdministrator;
import org.cabildo.identity.Member;
import org.cabildo.identity.People;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.Trail;
import org.cabildo.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people who work for the tenant: who they are, what they may do, and their removal. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "people.manage")
class PeopleController {

    private static final int PAGE = 30;

    private final People people;
    private final PeoplePages pages;
    private final Actors actors;

    PeopleController(People people, PeoplePages pages, Actors actors) {
        this.people = people;
        this.pages = pages;
        this.actors = actors;
    }

    @GetMapping(PeoplePages.PATH)
    String list(
            HttpServletRequest request,
            Model model,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "rol", defaultValue = "") String role,
            @RequestParam(name = "desde", defaultValue = "") String after) {
        View view = pages.view(request);
        TenantId tenant = SiteContext.of(request).requireTenant();
        Trail trail = Trail.of(view, "desde", after);
        List<Member> found = people.list(tenant, words, role, trail.at().orElse(null), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Member> shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute("page", Page.of(view.msg("module.people.name")));
        model.addAttribute("tabs", pages.tabs(view, true));
        model.addAttribute("members", shown);
        model.addAttribute("count", people.count(tenant, words, role));
        model.addAttribute("words", words);
        model.addAttribute("role", role);
        model.addAttribute("options", pages.options(request));
        model.addAttribute("first", trail.previous());
        model.addAttribute("next", more ? trail.next(shown.getLast().person()) : "");
        return "identity/people";
    }

    @GetMapping(PeoplePages.PATH + ".csv")
    void download(HttpServletRequest request, HttpServletResponse response) throws IOException {
        View view = pages.view(request);
        TenantId tenant = SiteContext.of(request).requireTenant();
        Table table = Table.of(
                view.msg("module.people.name"),
                view.site().zone(),
                Column.text("name", view.msg("identity.name")),
                Column.text("email", view.msg("identity.email")),
                Column.text("roles", view.msg("identity.roles")),
                Column.instant("since", view.msg("identity.since")));
        new Download(table, TabularFormat.CSV, view.msg("module.people.name"))
                .writeTo(response, SafeDownload.Caching.PRIVATE, rows -> write(tenant, rows));
    }

    private void write(TenantId tenant, org.cabildo.platform.tabular.Rows.Sink rows) throws IOException {
        UUID after = null;
        do {
            List<Member> part = people.list(tenant, "", "", after, 500);
            for (Member member : part) {
                rows.row(member.name(), member.email(), String.join(" ", member.roles()), member.since());
            }
            after = part.size() < 500 ? null : part.getLast().person();
        } while (after != null);
    }

    @GetMapping(PeoplePages.PATH + "/{person:[0-9a-f-]{36}}")
    String person(HttpServletRequest request, Model model, @PathVariable UUID person) {
        Member member = member(request, person);
        return form(request, model, member, member.roles(), Map.of());
    }

    private String form(
            HttpServletRequest request, Model model, Member member, Set<String> roles, Map<String, String> errors) {
        View view = pages.view(request);
        model.addAttribute("page", PeoplePages.below(view, member.name()));
        model.addAttribute("member", member);
        model.addAttribute("roles", roles);
        model.addAttribute("options", pages.options(request));
        model.addAttribute("errors", errors);
        return "identity/person";
    }

    @PostMapping(PeoplePages.PATH + "/{person:[0-9a-f-]{36}}")
    String change(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            @PathVariable UUID person,
            @RequestParam(name = "roles", defaultValue = "") List<String> sent) {
        View view = pages.view(request);
        Member member = member(request, person);
        Set<String> roles = pages.known(request, sent);
        String error = roles.isEmpty() ? "identity.error.roles" : null;
        if (error == null) {
            try {
                people.change(
                        SiteContext.of(request).requireTenant(),
                        person,
                        roles,
                        actors.of(request).orElseThrow());
            } catch (LastAdministrator last) {
                error = "identity.error.lastAdministrator";
            }
        }
        if (error != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(request, model, member, roles, Map.of("roles", view.msg(error)));
        }
        redirect.addFlashAttribute("flash", view.msg("identity.people.changed", member.name()));
        return "redirect:" + PeoplePages.PATH;
    }

    @GetMapping(PeoplePages.PATH + "/{person:[0-9a-f-]{36}}/quitar")
    String confirm(HttpServletRequest request, Model model, @PathVariable UUID person) {
        View view = pages.view(request);
        Member member = member(request, person);
        model.addAttribute("page", PeoplePages.below(view, view.msg("identity.people.removeTitle", member.name())));
        model.addAttribute("member", member);
        model.addAttribute("refused", "");
        return "identity/person-remove";
    }

    @PostMapping(PeoplePages.PATH + "/{person:[0-9a-f-]{36}}/quitar")
    String remove(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            @PathVariable UUID person) {
        View view = pages.view(request);
        Member member = member(request, person);
        try {
            people.change(
                    SiteContext.of(request).requireTenant(),
                    person,
                    Set.of(),
                    actors.of(request).orElseThrow());
        } catch (LastAdministrator last) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String template = confirm(request, model, person);
            model.addAttribute("refused", view.msg("identity.error.lastAdministrator"));
            return template;
        }
        redirect.addFlashAttribute("flash", view.msg("identity.people.removed", member.name()));
        return "redirect:" + PeoplePages.PATH;
    }

    private Member member(HttpServletRequest request, UUID person) {
        return people.find(SiteContext.of(request).requireTenant(), person)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
