// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.content.ArticleId;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.ArticleOutdated;
import org.cabildo.content.Edition;
import org.cabildo.content.Revision;
import org.cabildo.content.web.LegalPages;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Moment;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an article was, and taking it away and back. */
@Access(Access.Audience.STAFF)
abstract class ArticleHistory extends ArticleDesk {

    ArticleHistory(ArticleKind kind, Desk desk) {
        super(kind, desk);
    }

    @GetMapping(ITEM + "/historial")
    String history(@PathVariable String slug, @PathVariable String lang, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        ArticleId id = id(view, slug, lang);
        List<Revision> revisions = editing.history(tenant(view), id);
        if (revisions.isEmpty() && kept(view, id).isEmpty()) {
            throw nothing();
        }
        String title = revisions.isEmpty()
                ? kept(view, id).orElseThrow().article().title()
                : revisions.getFirst().article().title();
        model.addAttribute("page", Page.of(view.msg("content.history.title"), way(view, id, title)));
        model.addAttribute("lead", title);
        model.addAttribute("item", id.deskPath());
        model.addAttribute("revisions", entries(view, revisions));
        return "content/desk/history";
    }

    private static List<RevisionRow> entries(View view, List<Revision> revisions) {
        List<RevisionRow> rows = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            Revision revision = revisions.get(i);
            Tone tone = switch (revision.change()) {
                case "removed" -> Tone.BAD;
                case "withdrawn" -> Tone.WARNING;
                case "published" -> Tone.GOOD;
                default -> Tone.NEUTRAL;
            };
            Moment moment = new Moment(
                    view.msg("content.history." + revision.change()), revision.at(), "", revision.who(), tone);
            rows.add(new RevisionRow(moment, revision.version(), i == 0));
        }
        return rows;
    }

    @GetMapping(ITEM + "/historial/{version:[0-9]{1,9}}")
    String former(
            @PathVariable String slug,
            @PathVariable String lang,
            @PathVariable int version,
            HttpServletRequest request,
            Model model) {
        View view = desk.views().of(request);
        ArticleId id = id(view, slug, lang);
        List<Revision> revisions = editing.history(tenant(view), id);
        Revision revision = revisions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(ArticleDesk::nothing);
        Edition present = kept(view, id).orElse(null);
        String title = revision.article().title();
        model.addAttribute(
                "page",
                Page.of(view.msg("content.history.version", view.dateTime(revision.at())), way(view, id, title)));
        model.addAttribute("item", id.deskPath());
        model.addAttribute("revision", revision);
        model.addAttribute(
                "lines", present == null ? List.of() : Changes.between(revision.article(), present.article()));
        model.addAttribute("restorable", present != null && present.version() != version);
        return "content/desk/revision";
    }

    @PostMapping(ITEM + "/historial/{version:[0-9]{1,9}}")
    String restore(
            @PathVariable String slug,
            @PathVariable String lang,
            @PathVariable int version,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        ArticleId id = id(view, slug, lang);
        mayChange(view, kept(view, id).orElseThrow(ArticleDesk::nothing));
        editing.restore(tenant(view), id, version, actor(view)).orElseThrow(ArticleDesk::nothing);
        redirect.addFlashAttribute("flash", view.msg("content.history.done"));
        return "redirect:" + id.deskPath();
    }

    @GetMapping(ITEM + "/quitar")
    String question(@PathVariable String slug, @PathVariable String lang, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        ArticleId id = id(view, slug, lang);
        return question(view, kept(view, id).orElseThrow(ArticleDesk::nothing), model);
    }

    private String question(View view, Edition stored, Model model) {
        ArticleId id = stored.article().id();
        boolean legal = kind == ArticleKind.PAGE && LegalPages.SLUGS.contains(id.slug());
        String about = legal ? "legal" : stored.article().visible(now()) ? "public" : "draft";
        model.addAttribute(
                "page",
                Page.of(
                        view.msg(legal ? "content.remove.legalTitle" : "content.remove.title"),
                        way(view, id, stored.article().title())));
        model.addAttribute("item", id.deskPath());
        model.addAttribute("title", stored.article().title());
        model.addAttribute("version", stored.version());
        model.addAttribute(
                "text", view.msg("content.remove." + about, stored.article().title()));
        model.addAttribute("label", view.msg(legal ? "content.remove.legalDo" : "content.remove.do"));
        return "content/desk/remove";
    }

    @PostMapping(ITEM + "/quitar")
    String remove(
            @PathVariable String slug,
            @PathVariable String lang,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        ArticleId id = id(view, slug, lang);
        Edition stored = kept(view, id).orElseThrow(ArticleDesk::nothing);
        mayChange(view, stored);
        try {
            editing.remove(tenant(view), id, version, actor(view));
        } catch (ArticleOutdated outdated) {
            return question(view, kept(view, id).orElseThrow(ArticleDesk::nothing), model);
        }
        redirect.addFlashAttribute(
                "flash", view.msg("content.remove.done", stored.article().title()));
        redirect.addFlashAttribute("undo", id.deskPath() + "/reponer");
        return "redirect:/gestion/" + kind.module();
    }

    @PostMapping(ITEM + "/reponer")
    String bringBack(
            @PathVariable String slug,
            @PathVariable String lang,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        ArticleId id = id(view, slug, lang);
        editing.find(tenant(view), id).ifPresent(edition -> mayChange(view, edition));
        Edition back = editing.bringBack(tenant(view), id, actor(view)).orElseThrow(ArticleDesk::nothing);
        redirect.addFlashAttribute("flash", new Words(view).saved(back, now()));
        return "redirect:" + id.deskPath();
    }

    /** What the public sees is only for those who may publish. */
    private void mayChange(View view, Edition edition) {
        if (edition.article().published() != null && !view.can(kind.module() + ".publish")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private Breadcrumb[] way(View view, ArticleId id, String title) {
        return new Breadcrumb[] {
            new Breadcrumb(new Words(view).title(kind), "/gestion/" + kind.module()),
            new Breadcrumb(title, id.deskPath())
        };
    }
}
