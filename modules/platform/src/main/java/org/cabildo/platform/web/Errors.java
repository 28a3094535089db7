// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;

/** Answers errors: a branded page for people, problem details (RFC 9457) for machines. Says nothing of the inside. */
@Controller
class Errors implements ErrorController {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503, 507);

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final List<ErrorFormat> formats;

    Errors(MessageSource messages, LocaleResolver locales, List<ErrorFormat> formats) {
        this.messages = messages;
        this.locales = locales;
        this.formats = List.copyOf(formats);
    }

    /** Whether the client asked for data rather than for a page. */
    static boolean wantsJson(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String accept = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/api/")
                || path.startsWith("/api/")
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = status(request);
        response.setHeader("Cache-Control", "no-store");
        if (status == 503 && !response.containsHeader("Retry-After")) {
            response.setHeader("Retry-After", "15");
        }
        Optional<ErrorFormat> format = format(request);
        if (format.isPresent()) {
            return format.get().write(SiteContext.of(request), path(request), status, words(request, status));
        }
        String detail = detail(request, status);
        if (wantsJson(request) || !SiteContext.known(request)) {
            ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.valueOf(status));
            if (!detail.isEmpty()) {
                problem.setDetail(detail);
            }
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        response.setStatus(status);
        int words = WITH_WORDS.contains(status) ? status : status >= 500 ? 500 : 400;
        model.addAllAttributes(Map.of("status", status, "words", words, "detail", detail));
        return "platform/error-page";
    }

    private Optional<ErrorFormat> format(HttpServletRequest request) {
        return SiteContext.known(request)
                ? formats.stream()
                        .filter(format -> format.writes(SiteContext.of(request), path(request)))
                        .findFirst()
                : Optional.empty();
    }

    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }

    /** What to do about a failure that has a meaning, in the language of the page; for machines also in general words. */
    private String detail(HttpServletRequest request, int status) {
        boolean meant = request.getAttribute(FailureAdvice.ATTRIBUTE) instanceof Failure failure
                && !failure.message().isEmpty();
        if (meant) {
            Failure failure = (Failure) request.getAttribute(FailureAdvice.ATTRIBUTE);
            return messages.getMessage(failure.message(), failure.arguments(), "", locales.resolveLocale(request));
        }
        return wantsJson(request) ? words(request, status) : "";
    }

    private String words(HttpServletRequest request, int status) {
        return WITH_WORDS.contains(status)
                ? messages.getMessage("platform.error." + status + ".text", null, "", locales.resolveLocale(request))
                : "";
    }

    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer number && HttpStatus.resolve(number) != null ? number : 404;
    }
}
