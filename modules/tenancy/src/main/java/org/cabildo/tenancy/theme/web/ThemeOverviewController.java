// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.theme.StaleDraft;
import org.cabildo.tenancy.theme.ThemeDifferences;
import org.cabildo.tenancy.theme.ThemeDraft;
import org.cabildo.tenancy.theme.ThemePreviews;
import org.cabildo.tenancy.theme.ThemeRefused;
import org.cabildo.tenancy.theme.ThemeVersion;
import org.cabildo.tenancy.theme.Themes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the theme stands: draft and published version, preview link, publication, giving a draft up. */
@Controller
@Access(value = Access.Audience.STAFF, permission = ThemePages.PERMISSION)
class ThemeOverviewController {

    private final ThemePages pages;
    private final Themes themes;
    private final ThemePreviews previews;

    ThemeOverviewController(ThemePages pages, Themes themes, ThemePreviews previews) {
        this.pages = pages;
        this.themes = themes;
        this.previews = previews;
    }

    @GetMapping(ThemePages.BASE)
    String overview(HttpServletRequest request, Model model) {
        show(request, model);
        return "tenancy/theme/overview";
    }

    private ThemeDraft show(HttpServletRequest request, Model model) {
        TenantId tenant = pages.tenant(request);
        ThemeDraft draft = pages.open(request, model, "");
        Optional<ThemeVersion> published = themes.published(tenant);
        model.addAttribute("published", published.orElse(null));
        model.addAttribute(
                "changes",
                ThemeChange.list(
                        pages.view(request),
                        published
                                .map(version -> ThemeDifferences.between(version.choices(), draft.choices()))
                                .orElse(null),
                        published.map(ThemeVersion::pictures).orElse(java.util.List.of()),
                        draft.pictures()));
        model.addAttribute("link", previews.link(tenant).orElse(null));
        return draft;
    }

    @GetMapping(ThemePages.BASE + "/publicar")
    String askToPublish(HttpServletRequest request, Model model) {
        if (!pages.current(request).started()) {
            return "redirect:" + ThemePages.BASE;
        }
        View v = pages.view(request);
        show(request, model);
        model.addAttribute("page", Page.of(v.msg("theme.publish.title"), crumb(v)));
        return "tenancy/theme/publish";
    }

    private static Breadcrumb crumb(View v) {
        return new Breadcrumb(v.msg("theme.title"), ThemePages.BASE);
    }

    @PostMapping(ThemePages.BASE + "/publicar")
    String publish(HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        View v = pages.view(request);
        try {
            ThemeVersion version = themes.publish(pages.tenant(request), pages.actor(request));
            redirect.addFlashAttribute("flash", v.msg("theme.published", version.number()));
        } catch (ThemeRefused refused) {
            response.setStatus(422);
            return askToPublish(request, model);
        } catch (StaleDraft stale) {
            redirect.addFlashAttribute("flash", v.msg("theme.stale"));
        }
        return "redirect:" + ThemePages.BASE;
    }

    @GetMapping(ThemePages.BASE + "/descartar")
    String askToDiscard(HttpServletRequest request, Model model) {
        View v = pages.view(request);
        model.addAttribute("page", Page.of(v.msg("theme.discard.title"), crumb(v)));
        return "tenancy/theme/discard";
    }

    @PostMapping(ThemePages.BASE + "/descartar")
    String discard(HttpServletRequest request, RedirectAttributes redirect) {
        themes.discard(pages.tenant(request), pages.actor(request));
        redirect.addFlashAttribute("flash", pages.view(request).msg("theme.discarded"));
        return "redirect:" + ThemePages.BASE;
    }

    @PostMapping(ThemePages.BASE + "/enlaces/anular")
    String revoke(HttpServletRequest request, RedirectAttributes redirect) {
        previews.revoke(pages.tenant(request), pages.actor(request));
        redirect.addFlashAttribute("flash", pages.view(request).msg("theme.preview.revoked"));
        return "redirect:" + ThemePages.BASE;
    }
}
