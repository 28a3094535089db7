// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.web.SiteContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** After the session has ended here, ends it at the identity provider too, and comes back to the start page. */
class SignOut implements LogoutSuccessHandler {

    private final Provider provider;
    private final PlatformProperties platform;

    SignOut(Provider provider, PlatformProperties platform) {
        this.provider = provider;
        this.platform = platform;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            response.sendRedirect("/");
            return;
        }
        String home = platform.origin(SiteContext.of(request).canonicalHost()) + "/";
        response.sendRedirect(provider.endSession() + "?client_id=" + encoded(provider.clientId())
                + "&post_logout_redirect_uri=" + encoded(home) + "&id_token_hint="
                + encoded(user.getIdToken().getTokenValue()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
