// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.Photos;
import org.cabildo.complaints.PublicRequest;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.complaints.PublicRequests.Spot;
import org.cabildo.complaints.Voice;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.chart.MapFigure;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.files.SafeDownload.Caching;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Freshness;
import org.cabildo.platform.web.ImageOrigins;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A request for everybody: how far it is, what was promised, what happened. */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class RequestController {

    static final String ID = "{id:[0-9]{1,18}}";

    private final PublicRequests requests;
    private final Photos photos;
    private final Voice voice;
    private final RequestPages pages;
    private final RequestMaps maps;

    RequestController(PublicRequests requests, Photos photos, Voice voice, RequestPages pages, RequestMaps maps) {
        this.requests = requests;
        this.photos = photos;
        this.voice = voice;
        this.pages = pages;
        this.maps = maps;
    }

    @GetMapping("/reportes/" + ID)
    String show(
            @PathVariable long id,
            @RequestParam(name = "seguido", defaultValue = "") String followed,
            HttpServletRequest request,
            Model model) {
        RequestWords words = pages.words(request);
        View view = words.view();
        TenantId tenant = view.site().requireTenant();
        PublicRequest shown =
                requests.find(tenant, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Freshness.until(request, words.now()); // it changes without the site's knowledge
        String image = shown.photos().isEmpty()
                ? null
                : RequestWords.photo(id, shown.photos().getFirst(), 800);
        model.addAttribute(
                "page",
                Page.of(title(words, shown), RequestPages.list(view))
                        .describedAs(RequestWords.excerpt(shown.description()))
                        .withImage(image)
                        .withFeed("/reportes/" + id + ".atom"));
        model.addAttribute("request", shown);
        model.addAttribute("status", words.status(shown.status()));
        model.addAttribute("meaning", words.meaning(shown.status()));
        model.addAttribute("tone", words.tone(shown.status()));
        model.addAttribute("late", shown.open() && shown.late(words.now()));
        model.addAttribute("promise", Promise.of(words, shown));
        model.addAttribute("facts", words.facts(shown));
        LongPredicate seen = other -> requests.find(tenant, other).isPresent();
        model.addAttribute("happenings", words.timeline(id, shown.reporter(), requests.timeline(tenant, id), seen));
        model.addAttribute(
                "original", shown.duplicateOf() != null && seen.test(shown.duplicateOf()) ? shown.duplicateOf() : null);
        model.addAttribute("map", ImageOrigins.allow(request, map(view, shown)));
        model.addAttribute("followed", followed.equals("si"));
        model.addAttribute("reopens", !shown.open() && voice.canReopen(tenant, id));
        return "complaints/request";
    }

    @GetMapping("/reportes/" + ID + "/reabrir")
    String askReopening(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
        return reopening(id, pages.words(request), "", Map.of(), response, model);
    }

    private String reopening(
            long id,
            RequestWords words,
            String typed,
            Map<String, String> errors,
            HttpServletResponse response,
            Model model) {
        View view = words.view();
        TenantId tenant = view.site().requireTenant();
        PublicRequest shown = requests.find(tenant, id)
                .filter(found -> voice.canReopen(tenant, id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ReportPages.keepPrivate(response);
        model.addAttribute(
                "page",
                Page.of(
                                view.msg("complaints.reopen.title"),
                                RequestPages.list(view),
                                new Breadcrumb(title(words, shown), "/reportes/" + id))
                        .notIndexed());
        model.addAttribute("action", "/reportes/" + id + "/reabrir");
        model.addAttribute("cancel", "/reportes/" + id);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "complaints/reopen";
    }

    @PostMapping("/reportes/" + ID + "/reabrir")
    String reopen(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
        RequestWords words = pages.words(request);
        String why = RequestPages.lines(request, "reabrir");
        try {
            voice.reopenAsAnybody(words.view().site().requireTenant(), id, why);
            return "redirect:/reportes/" + id;
        } catch (ChangeRefused refused) {
            response.setStatus(422);
            Map<String, String> errors = Map.of("reabrir", words.view().msg(refused.key()));
            return reopening(id, words, why, errors, response, model);
        }
    }

    static String title(RequestWords words, PublicRequest shown) {
        String place = words.place(shown);
        return place.isEmpty()
                ? words.service(shown.service())
                : words.view().msg("complaints.request.title", words.service(shown.service()), place);
    }

    private MapFigure map(View view, PublicRequest shown) {
        return shown.point() == null
                ? new MapFigure(0, 0, List.of(), "", MapFigure.Tiles.NONE)
                : maps.dots(view.site(), List.of(new Spot(shown.point(), 1, shown.open() ? 1 : 0, shown)));
    }

    @GetMapping("/reportes/" + ID + "/fotos/{number:[0-9]{1,18}}.jpg")
    ResponseEntity<Resource> photo(
            @PathVariable long id,
            @PathVariable long number,
            @RequestParam(name = "ancho", defaultValue = "0") String width,
            HttpServletRequest request) {
        TenantId tenant = SiteContext.of(request).requireTenant();
        return photos.open(tenant, id, number, width(width), false)
                .map(file -> SafeDownload.inline(file, id + "-" + number, Caching.REVALIDATED))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static int width(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }
}
