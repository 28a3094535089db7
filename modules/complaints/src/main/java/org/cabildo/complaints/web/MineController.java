// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.Photos;
import org.cabildo.complaints.PublicRequest;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.complaints.Reporting;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Voice;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.files.SafeDownload.Caching;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The reporter's own page, for whoever has its secret. */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class MineController {

    private static final String SECRET = "{secret:[A-Za-z0-9_-]{20,40}}";
    private static final String MINE = "/reportes/" + RequestController.ID + "/mio/" + SECRET;
    private static final String CONFIRM = "/reportes/" + RequestController.ID + "/confirmar/" + SECRET;

    private final Voice voice;
    private final PublicRequests requests;
    private final Reporting reporting;
    private final Photos photos;
    private final RequestPages pages;

    MineController(Voice voice, PublicRequests requests, Reporting reporting, Photos photos, RequestPages pages) {
        this.voice = voice;
        this.requests = requests;
        this.reporting = reporting;
        this.photos = photos;
        this.pages = pages;
    }

    private ServiceRequest mine(TenantId tenant, long id, String secret, HttpServletResponse response) {
        ReportPages.keepPrivate(response);
        return voice.mine(tenant, id, secret).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(MINE)
    String show(
            @PathVariable long id,
            @PathVariable String secret,
            @RequestParam(name = "nuevo", defaultValue = "") String fresh,
            @RequestParam(name = "hecho", defaultValue = "") String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RequestWords words = pages.words(request);
        TenantId tenant = words.view().site().requireTenant();
        ServiceRequest own = mine(tenant, id, secret, response);
        model.addAttribute("fresh", fresh.equals("si"));
        model.addAttribute("done", words.view().hasMsg("complaints.done." + done) ? done : "");
        return show(words, own, secret, "", Map.of(), model);
    }

    private String show(
            RequestWords words,
            ServiceRequest own,
            String secret,
            String typed,
            Map<String, String> errors,
            Model model) {
        View view = words.view();
        TenantId tenant = view.site().requireTenant();
        List<Long> pictures = photos.of(tenant, own.id()).stream()
                .filter(photo -> photo.entry() == null)
                .map(Photos.Photo::number)
                .toList();
        PublicRequest shown = PublicRequest.of(own, own.answers(), pictures);
        Status.Role role =
                words.catalogue().status(own.status()).map(Status::role).orElse(Status.Role.WORKING);
        model.addAttribute(
                "page",
                Page.of(view.msg("complaints.mine.title", own.reference()), RequestPages.list(view))
                        .notIndexed());
        model.addAttribute("request", shown);
        model.addAttribute("own", own);
        model.addAttribute("base", base(own.id(), secret));
        model.addAttribute("confirm", "/reportes/" + own.id() + "/confirmar/" + secret);
        model.addAttribute("title", RequestController.title(words, shown));
        model.addAttribute("status", words.status(own.status()));
        model.addAttribute("meaning", words.meaning(own.status()));
        model.addAttribute("tone", words.tone(own.status()));
        model.addAttribute("late", own.open() && own.late(words.now()));
        model.addAttribute("promise", Promise.of(words, shown));
        model.addAttribute("facts", words.facts(shown));
        model.addAttribute(
                "happenings",
                words
                        .timeline(
                                own.id(),
                                own.reporter().name(),
                                voice.events(tenant, own.id(), secret),
                                other -> requests.find(tenant, other).isPresent())
                        .stream()
                        .map(happening -> insider(happening, own.id(), secret))
                        .toList());
        model.addAttribute("waiting", role == Status.Role.WAITING);
        model.addAttribute("editable", role == Status.Role.START);
        model.addAttribute("reopens", voice.canReopen(tenant, own, true));
        model.addAttribute("rateable", role == Status.Role.SOLVED || role == Status.Role.CLOSED);
        model.addAttribute(
                "services",
                words.catalogue().services().stream()
                        .filter(Service::reportable)
                        .filter(service -> service.confidential() == own.confidential()
                                && !service.code().equals(own.service()))
                        .map(service -> Option.of(service.code(), view.localised(service.name())))
                        .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "complaints/mine";
    }

    /** Pictures under the reporter's own address, which shows them also while the public must not see them. */
    private static Happening insider(Happening happening, long id, String secret) {
        return new Happening(
                happening.title(),
                happening.at(),
                happening.text(),
                happening.who(),
                happening.tone(),
                happening.href(),
                happening.photos().stream()
                        .map(photo -> photo.replace("/reportes/" + id + "/fotos/", base(id, secret) + "/fotos/"))
                        .toList());
    }

    private static String base(long id, String secret) {
        return "/reportes/" + id + "/mio/" + secret;
    }

    @GetMapping(MINE + "/fotos/{number:[0-9]{1,18}}.jpg")
    ResponseEntity<Resource> photo(
            @PathVariable long id,
            @PathVariable String secret,
            @PathVariable long number,
            @RequestParam(name = "ancho", defaultValue = "0") String width,
            HttpServletRequest request,
            HttpServletResponse response) {
        TenantId tenant = SiteContext.of(request).requireTenant();
        mine(tenant, id, secret, response);
        return photos.open(tenant, id, number, RequestController.width(width), true)
                .map(file -> SafeDownload.inline(file, id + "-" + number, Caching.PRIVATE))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Something that the reporter does; the request as it is afterwards does not matter here. */
    @FunctionalInterface
    private interface Act {

        void run(TenantId tenant) throws FileRefused;
    }

    private String act(
            long id,
            String secret,
            String name,
            String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Act act) {
        TenantId tenant = SiteContext.of(request).requireTenant();
        mine(tenant, id, secret, response);
        String problem;
        RequestWords words = pages.words(request);
        try {
            act.run(tenant);
            return "redirect:" + base(id, secret) + "?hecho=" + name + "#hecho";
        } catch (ChangeRefused refused) {
            problem = words.view().msg(refused.key());
        } catch (FileRefused refused) {
            problem = words.view().msg(refused.messageKey(), refused.arguments());
        }
        response.setStatus(422);
        model.addAttribute("fresh", false);
        model.addAttribute("done", "");
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put(name, problem);
        return show(words, mine(tenant, id, secret, response), secret, typed, errors, model);
    }

    @PostMapping(MINE + "/comentar")
    String comment(
            @PathVariable long id,
            @PathVariable String secret,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String text = RequestPages.lines(request, "comentar");
        return act(id, secret, "comentar", text, request, response, model, tenant -> {
            List<StoredPhoto> kept = new ArrayList<>();
            try {
                for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
                    if (!file.isEmpty() && kept.size() < Photos.MOST) {
                        kept.add(photos.store(tenant, IncomingFile.of(file)));
                    }
                }
                voice.comment(tenant, id, secret, text, kept);
            } catch (ChangeRefused | FileRefused refused) {
                kept.forEach(photo -> photos.discard(tenant, photo));
                throw refused;
            }
        });
    }

    @PostMapping(MINE + "/reabrir")
    String reopen(
            @PathVariable long id,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String why = RequestPages.lines(request, "reabrir");
        return act(
                id, secret, "reabrir", why, request, response, model, tenant -> voice.reopen(tenant, id, secret, why));
    }

    @PostMapping(MINE + "/calificar")
    String rate(
            @PathVariable long id,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String stars = RequestPages.line(request, "calificar");
        String text = RequestPages.lines(request, "opinion");
        return act(
                id,
                secret,
                "calificar",
                text,
                request,
                response,
                model,
                tenant -> voice.rate(tenant, id, secret, stars.matches("[1-5]") ? Integer.parseInt(stars) : 0, text));
    }

    @PostMapping(MINE + "/editar")
    String edit(
            @PathVariable long id,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String text = RequestPages.lines(request, "editar");
        return act(
                id, secret, "editar", text, request, response, model, tenant -> voice.edit(tenant, id, secret, text));
    }

    @PostMapping(MINE + "/servicio")
    String suggest(
            @PathVariable long id,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String service = RequestPages.line(request, "servicio");
        return act(
                id,
                secret,
                "servicio",
                service,
                request,
                response,
                model,
                tenant -> voice.suggestService(tenant, id, secret, service));
    }

    @PostMapping(MINE + "/nombre")
    String name(
            @PathVariable long id,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean shown = RequestPages.line(request, "nombre").equals("true");
        return act(
                id,
                secret,
                "nombre",
                "",
                request,
                response,
                model,
                tenant -> voice.showName(tenant, id, secret, shown));
    }

    @GetMapping(MINE + "/retirar")
    String askWithdrawal(
            @PathVariable long id,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        View view = pages.words(request).view();
        mine(view.site().requireTenant(), id, secret, response);
        model.addAttribute(
                "page",
                Page.of(
                                view.msg("complaints.withdraw.title"),
                                RequestPages.list(view),
                                new Breadcrumb(view.msg("complaints.mine.title", Long.toString(id)), base(id, secret)))
                        .notIndexed());
        model.addAttribute("base", base(id, secret));
        return "complaints/withdraw";
    }

    @PostMapping(MINE + "/retirar")
    String withdraw(
            @PathVariable long id,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String why = RequestPages.lines(request, "retirar");
        return act(
                id,
                secret,
                "retirar",
                why,
                request,
                response,
                model,
                tenant -> voice.withdraw(tenant, id, secret, why));
    }

    @GetMapping(CONFIRM)
    String askConfirmation(
            @PathVariable long id,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RequestWords words = pages.words(request);
        View view = words.view();
        ServiceRequest own = mine(view.site().requireTenant(), id, secret, response);
        if (own.confirmed()) {
            return "redirect:" + base(id, secret);
        }
        model.addAttribute(
                "page",
                Page.of(view.msg("complaints.confirm.title"), RequestPages.list(view))
                        .notIndexed());
        model.addAttribute("service", words.service(own.service()));
        model.addAttribute("description", own.description());
        model.addAttribute("reference", own.reference());
        model.addAttribute("action", "/reportes/" + id + "/confirmar/" + secret);
        return "complaints/confirm";
    }

    /** Only a click confirms: programs that look through mails follow links by themselves. */
    @PostMapping(CONFIRM)
    String confirm(
            @PathVariable long id,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportPages.keepPrivate(response);
        if (!reporting.confirm(SiteContext.of(request).requireTenant(), id, secret)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + base(id, secret) + "?hecho=confirmar";
    }
}
