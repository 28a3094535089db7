// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.SiteLocale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Turns {@code /entrar} into a request to the identity provider, in the page's language and with a way back to the
 * site's canonical host. Somebody who is signed in already, or whose sign-in has just failed, gets a page instead.
 */
class SignInRequests implements OAuth2AuthorizationRequestResolver {

    static final String PATH = "/entrar";
    static final String FAILURE = "fallo";
    static final String TARGET = "ir";

    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final PlatformProperties platform;
    private final Actors actors;

    SignInRequests(ClientRegistrationRepository clients, PlatformProperties platform, Actors actors) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(clients, "/login/oauth2/none");
        this.platform = platform;
        this.actors = actors;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        if (!request.getRequestURI().equals(PATH)
                || !request.getMethod().equals("GET")
                || request.getParameter(FAILURE) != null
                || actors.of(request).isPresent()) {
            return null;
        }
        return resolve(request, Provider.REGISTRATION);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return Optional.ofNullable(requests.resolve(request, registration))
                .map(plain -> OAuth2AuthorizationRequest.from(plain)
                        .redirectUri(platform.origin(SiteContext.of(request).canonicalHost()) + Provider.CALLBACK)
                        .additionalParameters(parameters -> parameters.put(
                                "ui_locales", SiteLocale.of(request).getLanguage()))
                        .attributes(attributes -> attributes.put(TARGET, LocalPath.of(request.getParameter(TARGET))))
                        .build())
                .orElse(null);
    }
}
