// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.once;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.SiteContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a form count once, however often it is sent: a double click, an impatient reload, a retry after a broken
 * connection. The second submission waits for the first and gets its answer. A submission counts when it is answered
 * with a redirect, which is how every form answers that changed something; else it may be sent again. Runs after the
 * access check, so an answer goes only to somebody who could have sent the first.
 */
class OnceInterceptor implements HandlerInterceptor {

    private static final String UNDER_WAY = OnceInterceptor.class.getName();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE = 100;

    private final Submissions submissions;
    private final Actors actors;

    OnceInterceptor(Submissions submissions, Actors actors) {
        this.submissions = submissions;
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<String> token = SubmissionToken.of(request, actors);
        if (token.isEmpty()) {
            return true;
        }
        String site = SiteContext.of(request).slug();
        if (submissions.begin(site, token.get())) {
            request.setAttribute(UNDER_WAY, token.get());
            return true;
        }
        return repeat(site, token.get(), request, response);
    }

    /** Answers as the first did; goes on only when the first failed meanwhile. */
    private boolean repeat(String site, String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE) {
            Optional<String> location = submissions.location(site, token);
            if (location.isPresent()) {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", location.get());
                response.setHeader("Cache-Control", "no-store");
                return false;
            }
            if (submissions.begin(site, token)) {
                request.setAttribute(UNDER_WAY, token);
                return true;
            }
            pause();
        }
        throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(UNDER_WAY) instanceof String token)) {
            return;
        }
        request.removeAttribute(UNDER_WAY);
        String site = SiteContext.of(request).slug();
        String location = response.getHeader("Location");
        boolean redirected = response.getStatus() == 302 || response.getStatus() == 303;
        if (failure == null && redirected && location != null) {
            submissions.succeeded(site, token, location);
        } else {
            submissions.failed(site, token);
        }
    }
}
