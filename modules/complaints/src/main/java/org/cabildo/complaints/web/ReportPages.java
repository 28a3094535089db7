// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.complaints.Draft;
import org.cabildo.complaints.Drafts;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.Photos;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** What the steps of a report have in common: the draft, its service, its pictures. */
@Component
class ReportPages {

    private static final String COOKIE = "cabildo-reporte";

    private final Drafts drafts;
    private final Photos photos;
    private final RequestPages pages;

    ReportPages(Drafts drafts, Photos photos, RequestPages pages) {
        this.drafts = drafts;
        this.photos = photos;
        this.pages = pages;
    }

    /** A draft with its service, for a step that needs one. */
    record Writing(
            RequestWords words, Draft draft, @Nullable Service service) {

        View view() {
            return words.view();
        }

        TenantId tenant() {
            return view().site().requireTenant();
        }

        Service chosen() {
            if (service == null) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return service;
        }
    }

    Writing writing(UUID id, HttpServletRequest request, HttpServletResponse response) {
        RequestWords words = pages.words(request);
        Draft draft = drafts.find(words.view().site().requireTenant(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        keepPrivate(response);
        return new Writing(
                words,
                draft,
                words.catalogue()
                        .service(draft.service())
                        .filter(Service::reportable)
                        .orElse(null));
    }

    /** What somebody writes belongs to nobody else. */
    static void keepPrivate(HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Referrer-Policy", "same-origin");
    }

    /** The draft that this browser began, if it is still there. */
    Optional<Draft> begun(TenantId tenant, HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE) && cookie.getValue().matches("[0-9a-f-]{36}")) {
                return drafts.find(tenant, UUID.fromString(cookie.getValue()));
            }
        }
        return Optional.empty();
    }

    /** Lets this browser find the draft again; null: there is none any more. */
    static void remember(HttpServletRequest request, HttpServletResponse response, @Nullable UUID draft) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, draft == null ? "" : draft.toString())
                        .path(Steps.BASE)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(draft == null ? Duration.ZERO : Duration.ofDays(Drafts.KEPT_DAYS))
                        .build()
                        .toString());
    }

    /** Adds the pictures of a form as far as there is room. */
    Draft add(TenantId tenant, Draft draft, @Nullable List<MultipartFile> files, List<FileRefused> refused) {
        List<StoredPhoto> kept = new ArrayList<>(draft.photos());
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty() && kept.size() < Photos.MOST) {
                try {
                    kept.add(photos.store(tenant, IncomingFile.of(file)));
                } catch (FileRefused problem) {
                    refused.add(problem);
                }
            }
        }
        return draft.with(kept);
    }

    /** Takes pictures away by their places, counted from 0. */
    Draft remove(TenantId tenant, Draft draft, String @Nullable [] places) {
        if (places == null) {
            return draft;
        }
        List<String> gone = List.of(places);
        List<StoredPhoto> kept = new ArrayList<>();
        for (int i = 0; i < draft.photos().size(); i++) {
            if (gone.contains(Integer.toString(i))) {
                photos.discard(tenant, draft.photos().get(i));
            } else {
                kept.add(draft.photos().get(i));
            }
        }
        return draft.with(kept);
    }

    static String words(View view, List<FileRefused> refused) {
        FileRefused first = refused.getFirst();
        return view.msg(first.messageKey(), first.arguments());
    }

    /** The page of a step. */
    static void show(Model model, Writing writing, Steps step, Map<String, String> errors) {
        View view = writing.view();
        Service service = writing.service();
        model.addAttribute(
                "page",
                Page.of(view.msg("complaints.report.title"), RequestPages.list(view))
                        .notIndexed());
        model.addAttribute("steps", step.shown(view, writing.draft().id()));
        model.addAttribute("draft", writing.draft());
        model.addAttribute("service", service == null ? "" : view.localised(service.name()));
        model.addAttribute("errors", errors);
    }
}
