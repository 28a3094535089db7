// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.cabildo.identity.IdentityProperties;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** What is asked of the identity provider, and when its tokens are believed. Nothing is asked before it is needed. */
final class Tokens {

    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

    private Tokens() {}

    private static JdkClientHttpRequestFactory patience() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        factory.setReadTimeout(Duration.ofSeconds(5));
        return factory;
    }

    /** Asks for an address of the provider, only to see whether it answers. */
    static void asked(String address) {
        RestClient.builder()
                .requestFactory(patience())
                .build()
                .get()
                .uri(address)
                .retrieve()
                .toBodilessEntity();
    }

    private static NimbusJwtDecoder decoder(String keys) {
        return NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(new RestTemplate(patience()))
                .build();
    }

    /** Checks the token that ends a sign-in. */
    static JwtDecoderFactory<ClientRegistration> ofSignIn(Provider provider) {
        NimbusJwtDecoder decoder = decoder(provider.keys());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(provider.registration())));
        return registration -> decoder;
    }

    /** Believes access tokens of this realm for these APIs, and neither its other tokens nor anybody else's. */
    static JwtDecoder ofApis(Provider provider, IdentityProperties settings) {
        NimbusJwtDecoder decoder = decoder(provider.keys());
        decoder.setJwtValidator(validator(provider.issuer(), settings.audience()));
        return decoder;
    }

    /** Believes the provider's notices that somebody signed out (Back-Channel Logout 1.0, 2.6), and no other tokens. */
    static JwtDecoder ofLogout(Provider provider) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(provider.keys())
                .validateType(false)
                .restOperations(new RestTemplate(patience()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ofSeconds(30)),
                new JwtIssuerValidator(provider.issuer()),
                new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
                Tokens::withoutNonce,
                new JwtClaimValidator<Object>("sub", subject -> subject instanceof String text && !text.isBlank()),
                new JwtClaimValidator<Object>(
                        "events", events -> events instanceof Map<?, ?> known && known.containsKey(LOGOUT)),
                new JwtClaimValidator<Collection<String>>(
                        "aud", meant -> meant != null && meant.contains(provider.clientId()))));
        return decoder;
    }

    /** A token that ends a sign-in has one, and must not end a session. */
    private static OAuth2TokenValidatorResult withoutNonce(Jwt token) {
        return token.hasClaim("nonce")
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "not a notice of sign-out", null))
                : OAuth2TokenValidatorResult.success();
    }

    static OAuth2TokenValidator<Jwt> validator(String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ofSeconds(30)),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
                new JwtClaimValidator<Object>("sub", subject -> subject instanceof String text && !text.isBlank()),
                new JwtClaimValidator<Object>("typ", "Bearer"::equals),
                new JwtClaimValidator<Collection<String>>("aud", meant -> meant != null && meant.contains(audience)));
    }

    static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> ofCodes() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(patience())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
