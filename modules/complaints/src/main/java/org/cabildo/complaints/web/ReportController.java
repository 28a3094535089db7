// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.complaints.Draft;
import org.cabildo.complaints.Drafts;
import org.cabildo.complaints.Photos;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.complaints.PublicRequests.Near;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.web.ReportPages.Writing;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.files.SafeDownload.Caching;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.ImageOrigins;
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

/** Writing a report: what, where, details. */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class ReportController {

    static final String DRAFT = Steps.BASE + "/{draft:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    private final Drafts drafts;
    private final Photos photos;
    private final PublicRequests requests;
    private final RequestPages pages;
    private final ReportPages reports;
    private final RequestMaps maps;

    ReportController(
            Drafts drafts,
            Photos photos,
            PublicRequests requests,
            RequestPages pages,
            ReportPages reports,
            RequestMaps maps) {
        this.drafts = drafts;
        this.photos = photos;
        this.requests = requests;
        this.pages = pages;
        this.reports = reports;
        this.maps = maps;
    }

    @GetMapping(Steps.BASE)
    String begin(HttpServletRequest request, HttpServletResponse response, Model model) {
        RequestWords words = pages.words(request);
        View view = words.view();
        ReportPages.keepPrivate(response);
        model.addAttribute(
                "page",
                Page.of(view.msg("complaints.report.title"), RequestPages.list(view))
                        .describedAs(view.msg("complaints.report.lead")));
        Optional<Draft> begun = reports.begun(view.site().requireTenant(), request);
        model.addAttribute(
                "begun",
                begun.map(draft -> (draft.service().isEmpty() ? Steps.WHAT : Steps.WHERE).of(draft.id()))
                        .orElse(""));
        model.addAttribute(
                "begunName", begun.map(draft -> words.service(draft.service())).orElse(""));
        return what(words, null, request, Map.of(), model);
    }

    @GetMapping(DRAFT + "/que")
    String what(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        Writing writing = reports.writing(draft, request, response);
        ReportPages.show(model, writing, Steps.WHAT, Map.of());
        model.addAttribute("begun", "");
        model.addAttribute("begunName", "");
        return what(writing.words(), writing.draft(), request, Map.of(), model);
    }

    private static String what(
            RequestWords words,
            @Nullable Draft draft,
            HttpServletRequest request,
            Map<String, String> errors,
            Model model) {
        String search = RequestPages.line(request, "q");
        String group = RequestPages.line(request, "grupo");
        String service = RequestPages.line(request, "servicio");
        ServiceChoice choice = ServiceChoice.of(words.view(), words.catalogue(), search, group);
        model.addAttribute("choice", choice);
        model.addAttribute("q", search);
        model.addAttribute("group", group);
        model.addAttribute("action", draft == null ? Steps.BASE : Steps.WHAT.of(draft.id()));
        model.addAttribute("photos", draft == null ? 0 : draft.photos().size());
        model.addAttribute("wanted", service);
        model.addAttribute("errors", errors);
        return "complaints/report/what";
    }

    @PostMapping(Steps.BASE)
    String start(
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RequestWords words = pages.words(request);
        ReportPages.keepPrivate(response);
        return choose(words, Draft.empty(UUID.randomUUID()), files, request, response, model);
    }

    @PostMapping(DRAFT + "/que")
    String choose(
            @PathVariable UUID draft,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Writing writing = reports.writing(draft, request, response);
        return choose(writing.words(), writing.draft(), files, request, response, model);
    }

    private String choose(
            RequestWords words,
            Draft draft,
            @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        View view = words.view();
        TenantId tenant = view.site().requireTenant();
        String code = RequestPages.line(request, "servicio");
        Optional<Service> service = words.catalogue().service(code).filter(Service::reportable);
        List<FileRefused> refused = new ArrayList<>();
        Draft changed = reports.add(tenant, draft, files, refused)
                .under(service.map(Service::code).orElse(""));
        drafts.save(tenant, changed);
        ReportPages.remember(request, response, changed.id());
        if (refused.isEmpty() && service.isPresent()) {
            return "redirect:" + Steps.WHERE.of(changed.id());
        }
        Map<String, String> errors = new LinkedHashMap<>();
        if (!refused.isEmpty()) {
            errors.put("photo", ReportPages.words(view, refused));
        }
        if (service.isEmpty()) {
            errors.put("servicio", view.msg("complaints.problem.unknownService"));
        }
        response.setStatus(422);
        ReportPages.show(model, new Writing(words, changed, service.orElse(null)), Steps.WHAT, errors);
        model.addAttribute("begun", "");
        model.addAttribute("begunName", "");
        return what(words, changed, request, errors, model);
    }

    @GetMapping(DRAFT + "/lugar")
    String where(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        return where(reports.writing(draft, request, response), Map.of(), request, model);
    }

    private String where(Writing writing, Map<String, String> errors, HttpServletRequest request, Model model) {
        writing.chosen();
        ReportPages.show(model, writing, Steps.WHERE, errors);
        model.addAttribute(
                "map", ImageOrigins.allow(request, maps.empty(writing.view().site())));
        model.addAttribute("territories", maps.options(writing.words().territories()));
        return "complaints/report/where";
    }

    @PostMapping(DRAFT + "/lugar")
    String place(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        Writing writing = reports.writing(draft, request, response);
        String latitude = RequestPages.line(request, "lat");
        String longitude = RequestPages.line(request, "long");
        String address = RequestPages.line(request, "address");
        Draft placed = writing.draft().at(latitude, longitude, address, RequestPages.line(request, "territory"));
        drafts.save(writing.tenant(), placed);
        View view = writing.view();
        Map<String, String> errors = new LinkedHashMap<>();
        boolean half = !latitude.isEmpty() || !longitude.isEmpty();
        if (half && GeoPoint.parse(latitude, longitude).isEmpty()) {
            errors.put("place", view.msg("complaints.report.wrongPlace"));
        } else if (address.length() > 300) {
            errors.put("address", view.msg("complaints.report.longAddress"));
        } else if (drafts.problems(writing.tenant(), placed).containsKey("place")) {
            errors.put("place", view.msg("complaints.problem.place"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return where(new Writing(writing.words(), placed, writing.chosen()), errors, request, model);
        }
        return near(writing.tenant(), placed).isEmpty()
                ? "redirect:" + Steps.DETAILS.of(draft)
                : "redirect:" + Steps.BASE + "/" + draft + "/parecidos";
    }

    private List<Near> near(TenantId tenant, Draft draft) {
        return GeoPoint.parse(draft.latitude(), draft.longitude())
                .map(point -> requests.nearby(tenant, draft.service(), point))
                .orElse(List.of());
    }

    @GetMapping(DRAFT + "/parecidos")
    String similar(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        Writing writing = reports.writing(draft, request, response);
        writing.chosen();
        List<Near> near = near(writing.tenant(), writing.draft());
        if (near.isEmpty()) {
            return "redirect:" + Steps.DETAILS.of(draft);
        }
        View view = writing.view();
        ReportPages.show(model, writing, Steps.WHERE, Map.of());
        model.addAttribute(
                "rows",
                near.stream().map(one -> writing.words().row(one.request())).toList());
        model.addAttribute(
                "distances",
                near.stream()
                        .map(one -> view.msg("complaints.similar.metres", Math.max(1, Math.round(one.metres()))))
                        .toList());
        model.addAttribute("follow", Steps.BASE + "/" + draft + "/seguir");
        model.addAttribute("next", Steps.DETAILS.of(draft));
        return "complaints/report/similar";
    }

    @PostMapping(DRAFT + "/seguir")
    String follow(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response) {
        TenantId tenant = SiteContext.of(request).requireTenant();
        ReportPages.keepPrivate(response);
        String number = RequestPages.line(request, "reporte");
        if (!number.matches("[0-9]{1,18}") || !drafts.follow(tenant, draft, Long.parseLong(number))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ReportPages.remember(request, response, null);
        return "redirect:/reportes/" + number + "?seguido=si";
    }

    @GetMapping(DRAFT + "/fotos/{place:[0-9]}.jpg")
    ResponseEntity<Resource> photo(@PathVariable UUID draft, @PathVariable int place, HttpServletRequest request) {
        TenantId tenant = SiteContext.of(request).requireTenant();
        return drafts.find(tenant, draft)
                .filter(found -> place < found.photos().size())
                .flatMap(found -> photos.open(tenant, found.photos().get(place), 400))
                .map(file -> SafeDownload.inline(file, "foto-" + place, Caching.PRIVATE))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
