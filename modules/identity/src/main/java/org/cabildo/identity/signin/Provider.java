// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import org.cabildo.identity.IdentityProperties;
import org.cabildo.platform.PlatformProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The addresses of the identity provider. Written down rather than discovered, so that the application starts while
 * the provider is down. Browsers are sent to its public address; this process talks to the internal one.
 */
@Component
public class Provider {

    /** Where the provider sends people back to. */
    static final String CALLBACK = "/login/oauth2/code/cabildo";

    static final String REGISTRATION = "cabildo";

    private final IdentityProperties settings;
    private final String publicUrl;

    Provider(IdentityProperties settings, PlatformProperties platform) {
        this.settings = settings;
        this.publicUrl = settings.publicUrl().isBlank()
                ? platform.origin("id." + platform.baseDomain())
                : settings.publicUrl().replaceAll("/+$", "");
    }

    /** Scheme, host and port that forms may lead to. */
    String origin() {
        java.net.URI uri = java.net.URI.create(publicUrl);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    String issuer() {
        return publicUrl + "/realms/" + settings.realm();
    }

    String keys() {
        return internal("/certs");
    }

    String endSession() {
        return issuer() + "/protocol/openid-connect/logout";
    }

    /** Whether the provider answers, so that nobody is sent to a door that does not open. */
    boolean answers() {
        try {
            Tokens.asked(settings.url().replaceAll("/+$", "") + "/realms/" + settings.realm());
            return true;
        } catch (RestClientException unreachable) {
            return false;
        }
    }

    /** Where people change their name, address and password. */
    public String accountPage() {
        return issuer() + "/account";
    }

    /** Where another provider sends people back to. */
    public String broker(String alias) {
        return issuer() + "/broker/" + alias + "/endpoint";
    }

    String clientId() {
        return settings.clientId();
    }

    private String internal(String path) {
        return settings.url().replaceAll("/+$", "") + "/realms/" + settings.realm() + "/protocol/openid-connect" + path;
    }

    ClientRegistration registration() {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}" + CALLBACK)
                .scope("openid", "profile", "email")
                .authorizationUri(issuer() + "/protocol/openid-connect/auth")
                .tokenUri(internal("/token"))
                .jwkSetUri(keys())
                .issuerUri(issuer())
                .userNameAttributeName("sub")
                .clientName("Cabildo")
                .build();
    }
}
