// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cabildo.identity.Identified;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.web.SiteContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Ends a sign-in: binds the new session to its site, or explains what went wrong. */
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInOutcome.class);

    private final Memberships memberships;
    private final SessionActors actors;
    private final Duration idle;

    SignInOutcome(Memberships memberships, SessionActors actors, Duration idle) {
        this.memberships = memberships;
        this.actors = actors;
        this.idle = idle;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SessionSite.bind(request);
        request.getSession().setMaxInactiveInterval((int) idle.toSeconds());
        request.getSession().setAttribute(Sessions.DEVICE, Device.of(request.getHeader("User-Agent")));
        Identified who = SessionActors.identified(authentication).orElseThrow();
        memberships.signedIn(SiteContext.of(request).tenant(), who);
        actors.forget(request);
        response.sendRedirect(PendingSignIns.target(request));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        String code = exception instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "unavailable";
        log.warn("A sign-in failed: {}", code);
        if (actors.of(request).isPresent()) {
            response.sendRedirect("/");
            return;
        }
        String reason = switch (code) {
            case "access_denied" -> "cancelado";
            case "authorization_request_not_found", "invalid_state_parameter", "invalid_nonce" -> "caducado";
            default -> "servicio";
        };
        response.sendRedirect(SignInRequests.PATH + "?" + SignInRequests.FAILURE + "=" + reason + "&"
                + SignInRequests.TARGET + "="
                + URLEncoder.encode(PendingSignIns.target(request), StandardCharsets.UTF_8));
    }
}
