// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cabildo.identity.Invitation;
import org.cabildo.identity.Invitations;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting people by mail, and the invitations that wait. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "people.manage")
class InvitationsController {

    private static final int PAGE = 30;
    private static final String ONE = PeoplePages.INVITATIONS + "/{id:[0-9a-f-]{36}}";
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final Invitations invitations;
    private final PeoplePages pages;
    private final Actors actors;

    InvitationsController(Invitations invitations, PeoplePages pages, Actors actors) {
        this.invitations = invitations;
        this.pages = pages;
        this.actors = actors;
    }

    @GetMapping(PeoplePages.INVITATIONS)
    String list(
            HttpServletRequest request,
            Model model,
            @RequestParam(name = "desde", required = false) @Nullable UUID olderThan) {
        View view = pages.view(request);
        TenantId tenant = SiteContext.of(request).requireTenant();
        List<Invitation> found = invitations.open(tenant, olderThan, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Invitation> shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute("page", Page.of(view.msg("module.people.name")));
        model.addAttribute("tabs", pages.tabs(view, false));
        model.addAttribute("invitations", shown);
        model.addAttribute("first", olderThan == null ? "" : PeoplePages.INVITATIONS);
        model.addAttribute(
                "next", more ? view.with("desde", shown.getLast().id().toString()) : "");
        return "identity/invitations";
    }

    @GetMapping(PeoplePages.PATH + "/invitar")
    String invite(HttpServletRequest request, Model model) {
        InvitationForm empty = new InvitationForm(
                "", Set.of(), SiteContext.of(request).defaultLocale().getLanguage());
        return form(request, model, empty, Map.of());
    }

    private String form(HttpServletRequest request, Model model, InvitationForm form, Map<String, String> errors) {
        View view = pages.view(request);
        model.addAttribute("page", PeoplePages.below(view, view.msg("identity.invite.title")));
        model.addAttribute("form", form);
        model.addAttribute("options", pages.options(request));
        model.addAttribute("languages", languages(request));
        model.addAttribute("errors", errors);
        return "identity/invite";
    }

    private static List<Option> languages(HttpServletRequest request) {
        return SiteContext.of(request).locales().stream()
                .map(Locale::getLanguage)
                .distinct()
                .map(language -> Option.of(
                        language, StringUtils.capitalize(Locale.of(language).getDisplayLanguage(Locale.of(language)))))
                .toList();
    }

    @PostMapping(PeoplePages.PATH + "/invitar")
    String send(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String locale) {
        View view = pages.view(request);
        boolean offered =
                languages(request).stream().anyMatch(option -> option.value().equals(locale));
        InvitationForm form = new InvitationForm(
                email.strip(),
                pages.known(request, roles),
                offered ? locale : view.site().defaultLocale().getLanguage());
        Map<String, String> errors = new LinkedHashMap<>();
        if (form.email().length() > 254 || !ADDRESS.matcher(form.email()).matches()) {
            errors.put("email", view.msg("identity.error.email"));
        }
        if (form.roles().isEmpty()) {
            errors.put("roles", view.msg("identity.error.roles"));
        }
        if (errors.isEmpty()) {
            try {
                invitations.invite(
                        view.site().requireTenant(),
                        form.email(),
                        form.roles(),
                        form.locale(),
                        actors.of(request).orElseThrow());
            } catch (Invitations.AlreadyMember member) {
                errors.put("email", view.msg("identity.error.member"));
            }
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(request, model, form, errors);
        }
        redirect.addFlashAttribute("flash", view.msg("identity.invite.sent", form.email()));
        return "redirect:" + PeoplePages.INVITATIONS;
    }

    @PostMapping(ONE + "/reenviar")
    String resend(HttpServletRequest request, RedirectAttributes redirect, @PathVariable UUID id) {
        Invitation invitation = invitation(request, id);
        invitations.resend(
                SiteContext.of(request).requireTenant(), id, actors.of(request).orElseThrow());
        redirect.addFlashAttribute("flash", pages.view(request).msg("identity.invite.sent", invitation.email()));
        return "redirect:" + PeoplePages.INVITATIONS;
    }

    @GetMapping(ONE + "/retirar")
    String confirm(HttpServletRequest request, Model model, @PathVariable UUID id) {
        View view = pages.view(request);
        model.addAttribute("page", PeoplePages.below(view, view.msg("identity.invitations.revokeTitle")));
        model.addAttribute("invitation", invitation(request, id));
        return "identity/invitation-revoke";
    }

    @PostMapping(ONE + "/retirar")
    String revoke(HttpServletRequest request, RedirectAttributes redirect, @PathVariable UUID id) {
        Invitation invitation = invitation(request, id);
        invitations.revoke(
                SiteContext.of(request).requireTenant(), id, actors.of(request).orElseThrow());
        redirect.addFlashAttribute(
                "flash", pages.view(request).msg("identity.invitations.revoked", invitation.email()));
        return "redirect:" + PeoplePages.INVITATIONS;
    }

    private Invitation invitation(HttpServletRequest request, UUID id) {
        return invitations
                .find(SiteContext.of(request).requireTenant(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
