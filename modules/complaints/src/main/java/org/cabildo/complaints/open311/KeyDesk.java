// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.complaints.open311.ApiKeys.ApiKey;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the municipality gives keys to other systems and takes them back. */
@Controller
@RequestMapping(KeyDesk.PATH)
@Access(value = Access.Audience.STAFF, permission = "complaints.configure", on = SiteKind.MUNICIPALITY)
class KeyDesk {

    static final String PATH = "/gestion/reportes/claves";

    private static final String REVOKE = "/{id:[0-9a-f-]{36}}/anular";

    private final ApiKeys keys;
    private final ViewFactory views;

    KeyDesk(ApiKeys keys, ViewFactory views) {
        this.keys = keys;
        this.views = views;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        View view = views.of(request);
        model.addAttribute("page", Page.of(view.msg("complaints.keys.title")));
        model.addAttribute("keys", keys.all(tenant(view)));
        model.addAttribute("address", view.absolute(Open311.V2));
        if (!model.containsAttribute("secret")) {
            model.addAttribute("secret", "");
        }
        return "complaints/keys/list";
    }

    @GetMapping("/nueva")
    String blank(HttpServletRequest request, Model model) {
        return form(views.of(request), KeyForm.blank(), Map.of(), model);
    }

    private static String form(View view, KeyForm form, Map<String, String> errors, Model model) {
        model.addAttribute("page", Page.of(view.msg("complaints.keys.new"), way(view)));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "complaints/keys/form";
    }

    @PostMapping("/nueva")
    String issue(HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        View view = views.of(request);
        KeyForm form = KeyForm.of(request);
        Map<String, String> errors = form.errors(view);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(view, form, errors, model);
        }
        String secret = keys.issue(
                tenant(view),
                form.name(),
                form.reports(),
                form.updates(),
                form.calls(),
                Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg("complaints.keys.issued", form.name()));
        redirect.addFlashAttribute("secret", secret);
        return "redirect:" + PATH;
    }

    @GetMapping(REVOKE)
    String question(@PathVariable UUID id, HttpServletRequest request, Model model) {
        View view = views.of(request);
        ApiKey key = key(view, id);
        model.addAttribute("page", Page.of(view.msg("complaints.keys.revoke.title", key.name()), way(view)));
        model.addAttribute("key", key);
        return "complaints/keys/revoke";
    }

    @PostMapping(REVOKE)
    String revoke(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes redirect) {
        View view = views.of(request);
        ApiKey key = key(view, id);
        keys.revoke(tenant(view), id, Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg("complaints.keys.revoked", key.name()));
        return "redirect:" + PATH;
    }

    private ApiKey key(View view, UUID id) {
        return keys.find(tenant(view), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static TenantId tenant(View view) {
        return view.site().requireTenant();
    }

    private static Breadcrumb way(View view) {
        return new Breadcrumb(view.msg("complaints.keys.title"), PATH);
    }
}
