// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.cabildo.platform.web.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Keeps a started sign-in in a short session of the site; remembers for this request where it should lead. */
class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String TARGET = PendingSignIns.class.getName() + ".target";

    private final HttpSessionOAuth2AuthorizationRequestRepository session =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    /** The page that the sign-in which this request completes was started for. */
    static String target(HttpServletRequest request) {
        return LocalPath.of((String) request.getAttribute(TARGET));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return session.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest started, HttpServletRequest request, HttpServletResponse response) {
        boolean fresh = request.getSession(false) == null;
        SessionSite.bind(request);
        HttpSession current = request.getSession();
        if (fresh) {
            current.setMaxInactiveInterval((int) PATIENCE.toSeconds());
        }
        session.saveAuthorizationRequest(started, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest started = session.removeAuthorizationRequest(request, response);
        if (started != null) {
            request.setAttribute(TARGET, started.getAttribute(SignInRequests.TARGET));
        }
        return started;
    }
}
