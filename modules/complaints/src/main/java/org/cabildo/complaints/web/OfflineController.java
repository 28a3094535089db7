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
import org.cabildo.complaints.ReportRefused;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteLocale;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reports that are written without a connection: a page that the browser keeps, and the way in for what it kept until the
 * connection came back. The browser names each report, so that sending it twice makes one.
 */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class OfflineController {

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Drafts drafts;
    private final RequestPages pages;
    private final ReportPages reports;
    private final RequestMaps maps;

    OfflineController(Drafts drafts, RequestPages pages, ReportPages reports, RequestMaps maps) {
        this.drafts = drafts;
        this.pages = pages;
        this.reports = reports;
        this.maps = maps;
    }

    /** The service worker; its address is above everything that it keeps. */
    @GetMapping("/reportes/nuevo.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .header("Cache-Control", "public, no-cache")
                .header("Service-Worker-Allowed", Steps.BASE)
                .contentType(MediaType.valueOf("text/javascript"))
                .body(new ClassPathResource("static/complaints/worker.js"));
    }

    @GetMapping(Steps.BASE + "/sin-conexion")
    String write(HttpServletRequest request, Model model) {
        RequestWords words = pages.words(request);
        View view = words.view();
        List<Option> services = words.catalogue().services().stream()
                .filter(Service::reportable)
                .map(service -> Option.of(service.code(), view.localised(service.name())))
                .toList();
        model.addAttribute(
                "page",
                Page.of(view.msg("complaints.offline.title"), RequestPages.list(view))
                        .notIndexed());
        model.addAttribute("services", services);
        model.addAttribute("territories", maps.options(words.territories()));
        return "complaints/report/offline";
    }

    /** What a form needs that is sent by script. */
    @GetMapping(Steps.BASE + "/ficha")
    @ResponseBody
    Map<String, String> token(HttpServletRequest request, HttpServletResponse response) {
        View view = pages.words(request).view();
        ReportPages.keepPrivate(response);
        return Map.of("name", view.csrfName(), "token", view.csrfToken());
    }

    @PostMapping(Steps.BASE + "/enviar")
    ResponseEntity<Map<String, Object>> send(
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response) {
        RequestWords words = pages.words(request);
        View view = words.view();
        TenantId tenant = view.site().requireTenant();
        ReportPages.keepPrivate(response);
        String name = RequestPages.line(request, "id");
        if (!name.matches(ID)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        UUID id = UUID.fromString(name);
        Optional<Long> known = drafts.became(tenant, id);
        if (known.isPresent()) {
            return ResponseEntity.ok(Map.of("href", "/reportes/" + known.get()));
        }
        String code = RequestPages.line(request, "servicio");
        Optional<Service> service = words.catalogue().service(code).filter(Service::reportable);
        List<FileRefused> refused = new ArrayList<>();
        Draft empty = drafts.find(tenant, id).orElse(Draft.empty(id));
        Draft pictured = empty.photos().isEmpty() ? reports.add(tenant, empty, files, refused) : empty;
        Draft draft = pictured.under(service.map(Service::code).orElse(""))
                .at(
                        RequestPages.line(request, "lat"),
                        RequestPages.line(request, "long"),
                        RequestPages.line(request, "address"),
                        RequestPages.line(request, "territory"))
                .saying(
                        RequestPages.lines(request, "description"),
                        service.map(one -> Sheet.answers(request, one)).orElse(Map.of()))
                .by("", RequestPages.line(request, "email"), "", false);
        drafts.save(tenant, draft);
        try {
            Drafts.Sent sent = drafts.send(tenant, id, SiteLocale.of(request).toLanguageTag())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
            return ResponseEntity.ok(Map.of("href", SendController.after(sent)));
        } catch (ReportRefused problem) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put(
                    "problems",
                    problem.problems().values().stream()
                            .distinct()
                            .map(view::msg)
                            .toList());
            answer.put("href", step(problem).of(id));
            return ResponseEntity.unprocessableContent().body(answer);
        }
    }

    /** Where the writer goes on with what was refused. */
    private static Steps step(ReportRefused problem) {
        return problem.problems().containsKey("service")
                ? Steps.WHAT
                : problem.problems().containsKey("place")
                        ? Steps.WHERE
                        : problem.problems().containsKey("email") ? Steps.WHO : Steps.DETAILS;
    }
}
