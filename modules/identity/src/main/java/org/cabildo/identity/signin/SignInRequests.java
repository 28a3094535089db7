// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.cabildo.identity.Invitations;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.LocalPath;
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
public class SignInRequests implements OAuth2AuthorizationRequestResolver {

    static final String PATH = "/entrar";
    static final String FAILURE = "fallo";
    static final String TARGET = "ir";
    /** Set on requests that could not be sent to the provider because it does not answer. */
    public static final String UNREACHABLE = SignInRequests.class.getName() + ".unreachable";

    private static final String NEW_ACCOUNT = "nueva";
    private static final String INVITATION = "/invitacion/";

    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final PlatformProperties platform;
    private final Actors actors;
    private final Invitations invitations;
    private final Provider provider;

    SignInRequests(
            ClientRegistrationRepository clients,
            PlatformProperties platform,
            Actors actors,
            Invitations invitations,
            Provider provider) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(clients, "/login/oauth2/none");
        this.platform = platform;
        this.actors = actors;
        this.invitations = invitations;
        this.provider = provider;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        if (!request.getRequestURI().equals(PATH)
                || !request.getMethod().equals("GET")
                || request.getParameter(FAILURE) != null
                || actors.of(request).isPresent()) {
            return null;
        }
        if (!provider.answers()) {
            request.setAttribute(UNREACHABLE, true);
            return null;
        }
        return resolve(request, Provider.REGISTRATION);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return Optional.ofNullable(requests.resolve(request, registration))
                .map(plain -> OAuth2AuthorizationRequest.from(plain)
                        .redirectUri(platform.origin(SiteContext.of(request).canonicalHost()) + Provider.CALLBACK)
                        .additionalParameters(parameters -> more(request, parameters))
                        .attributes(attributes -> attributes.put(TARGET, LocalPath.of(request.getParameter(TARGET))))
                        .build())
                .orElse(null);
    }

    /** The page's language; for invited people their address and, if they ask for it, a new account. */
    private void more(HttpServletRequest request, Map<String, Object> parameters) {
        parameters.put("ui_locales", SiteLocale.of(request).getLanguage());
        String target = LocalPath.of(request.getParameter(TARGET));
        TenantId tenant = SiteContext.of(request).tenant();
        if (tenant != null && target.startsWith(INVITATION)) {
            invitations
                    .byToken(tenant, target.substring(INVITATION.length()))
                    .ifPresent(invitation -> parameters.put("login_hint", invitation.email()));
        }
        if (request.getParameter(NEW_ACCOUNT) != null) {
            parameters.put("prompt", "create");
        }
    }
}
