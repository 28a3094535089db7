// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cabildo.complaints.Draft;
import org.cabildo.complaints.Drafts;
import org.cabildo.complaints.Photos;
import org.cabildo.complaints.ReportRefused;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.web.ReportPages.Writing;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteLocale;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Writing a report: details, who, review, and sending it. */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class SendController {

    private static final String RECEIVED = "/reportes/recibido";
    private static final Set<String> WHO = Set.of("email", "phone", "name");

    private final Drafts drafts;
    private final RequestPages pages;
    private final ReportPages reports;

    SendController(Drafts drafts, RequestPages pages, ReportPages reports) {
        this.drafts = drafts;
        this.pages = pages;
        this.reports = reports;
    }

    @GetMapping(ReportController.DRAFT + "/detalles")
    String details(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        return details(reports.writing(draft, request, response), Map.of(), model);
    }

    private static String details(Writing writing, Map<String, String> errors, Model model) {
        Service service = writing.chosen();
        ReportPages.show(model, writing, Steps.DETAILS, errors);
        model.addAttribute("fields", Sheet.fields(writing.view(), service));
        model.addAttribute(
                "stop",
                errors.isEmpty()
                        ? ""
                        : Sheet.stop(writing.view(), service, writing.draft().answers()));
        model.addAttribute("room", Photos.MOST - writing.draft().photos().size());
        return "complaints/report/details";
    }

    @PostMapping(ReportController.DRAFT + "/detalles")
    String describe(
            @PathVariable UUID draft,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Writing writing = reports.writing(draft, request, response);
        Service service = writing.chosen();
        List<FileRefused> refused = new ArrayList<>();
        Draft kept = reports.remove(writing.tenant(), writing.draft(), request.getParameterValues("quitar"));
        Draft described = reports.add(writing.tenant(), kept, files, refused)
                .saying(RequestPages.lines(request, "description"), Sheet.answers(request, service));
        drafts.save(writing.tenant(), described);
        Map<String, String> errors = new LinkedHashMap<>();
        if (!refused.isEmpty()) {
            errors.put("photo", ReportPages.words(writing.view(), refused));
        }
        Map<String, String> problems = new LinkedHashMap<>(drafts.problems(writing.tenant(), described));
        problems.keySet().removeIf(field -> !field.equals("description") && !field.startsWith("attribute["));
        errors.putAll(Sheet.problems(writing.view(), problems));
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return details(new Writing(writing.words(), described, service), errors, model);
        }
        return "redirect:" + Steps.WHO.of(draft);
    }

    @GetMapping(ReportController.DRAFT + "/contacto")
    String who(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        return who(reports.writing(draft, request, response), Map.of(), model);
    }

    private static String who(Writing writing, Map<String, String> errors, Model model) {
        Service service = writing.chosen();
        ReportPages.show(model, writing, Steps.WHO, errors);
        model.addAttribute("named", service.named());
        model.addAttribute("confidential", service.confidential());
        return "complaints/report/who";
    }

    @PostMapping(ReportController.DRAFT + "/contacto")
    String introduce(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        Writing writing = reports.writing(draft, request, response);
        View view = writing.view();
        Draft by = writing.draft()
                .by(
                        RequestPages.line(request, "name"),
                        RequestPages.line(request, "email"),
                        RequestPages.line(request, "phone"),
                        RequestPages.line(request, "shown").equals("true"));
        drafts.save(writing.tenant(), by);
        Map<String, String> errors = new LinkedHashMap<>();
        String email = drafts.problems(writing.tenant(), by).get("email");
        if (email != null) {
            errors.put("email", view.msg(email));
        }
        if (!by.phone().isEmpty() && !by.phone().matches("[+0-9][0-9 ()./-]{4,38}")) {
            errors.put("phone", view.msg("complaints.problem.phone"));
        }
        if (by.name().length() > 120) {
            errors.put("name", view.msg("complaints.problem.name"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return who(new Writing(writing.words(), by, writing.chosen()), errors, model);
        }
        return "redirect:" + Steps.REVIEW.of(draft);
    }

    @GetMapping(ReportController.DRAFT + "/revisar")
    String review(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        return review(reports.writing(draft, request, response), Map.of(), model);
    }

    private static String review(Writing writing, Map<String, String> errors, Model model) {
        Service service = writing.chosen();
        Draft draft = writing.draft();
        RequestWords words = writing.words();
        ReportPages.show(model, writing, Steps.REVIEW, errors);
        model.addAttribute("promise", Promise.of(words.view(), words.catalogue(), service));
        model.addAttribute("answers", words.answers(service.code(), draft.answers()));
        model.addAttribute("territory", draft.territory().isEmpty() ? "" : words.territory(draft.territory()));
        model.addAttribute("confidential", service.confidential());
        return "complaints/report/review";
    }

    @PostMapping(ReportController.DRAFT + "/revisar")
    String send(@PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response, Model model) {
        RequestWords words = pages.words(request);
        ReportPages.keepPrivate(response);
        if (!RequestPages.line(request, "website").isEmpty()) {
            return "redirect:" + RECEIVED; // only programs fill in what people don't see
        }
        try {
            Drafts.Sent sent = drafts.send(
                            words.view().site().requireTenant(),
                            draft,
                            SiteLocale.of(request).toLanguageTag())
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            ReportPages.remember(request, response, null);
            return "redirect:" + after(sent);
        } catch (ReportRefused refused) {
            response.setStatus(422);
            Writing writing = reports.writing(draft, request, response);
            return review(writing, corrections(writing, refused.problems()), model);
        }
    }

    /** Where its writer goes after a report was sent. */
    static String after(Drafts.Sent sent) {
        Reported reported = sent.reported();
        if (sent.waits()) {
            return RECEIVED + "?reporte=" + reported.id();
        }
        return reported.fresh()
                ? "/reportes/" + reported.id() + "/mio/" + reported.secret() + "?nuevo=si"
                : "/reportes/" + reported.id();
    }

    /** Problems of a whole report, each under the step where it is corrected. */
    private static Map<String, String> corrections(Writing writing, Map<String, String> problems) {
        Map<String, String> errors = new LinkedHashMap<>();
        problems.forEach((field, key) -> {
            Steps step = field.equals("service")
                    ? Steps.WHAT
                    : field.equals("place") ? Steps.WHERE : WHO.contains(field) ? Steps.WHO : Steps.DETAILS;
            errors.merge(step.of(writing.draft().id()), writing.view().msg(key), (one, other) -> one + " " + other);
        });
        return errors;
    }

    @GetMapping(RECEIVED)
    String received(
            @RequestParam(name = "reporte", defaultValue = "") String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        View view = pages.words(request).view();
        ReportPages.keepPrivate(response);
        model.addAttribute(
                "page",
                Page.of(view.msg("complaints.received.title"), RequestPages.list(view))
                        .notIndexed());
        model.addAttribute("reference", number.matches("[0-9]{1,18}") ? number : "");
        return "complaints/report/received";
    }
}
