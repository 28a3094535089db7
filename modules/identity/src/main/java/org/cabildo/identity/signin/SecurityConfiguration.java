// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.cabildo.identity.IdentityProperties;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.PlatformProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The filter chains. They find out who somebody is and refuse forgeries; what one may do is decided at the handler,
 * see {@link org.cabildo.platform.web.Access}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    ClientRegistrationRepository clientRegistrations(Provider provider) {
        return new InMemoryClientRegistrationRepository(provider.registration());
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> signInTokens(Provider provider) {
        return Tokens.ofSignIn(provider);
    }

    @Bean
    @org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean
    JwtDecoder apiTokens(Provider provider, IdentityProperties settings) {
        return Tokens.ofApis(provider, settings);
    }

    /** The management port: health for everybody who reaches it, the rest for holders of the internal token. */
    @Bean
    @Order(1)
    SecurityFilterChain managementFilterChain(HttpSecurity http, PlatformProperties platform) throws Exception {
        byte[] expected = ("Bearer " + platform.internalToken()).getBytes(StandardCharsets.UTF_8);
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                EndpointRequest.to(HealthEndpoint.class), EndpointRequest.to("prometheus"))
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) -> new AuthorizationDecision(
                                !platform.internalToken().isEmpty() && shown(context.getRequest(), expected))))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint((request, response, exception) -> response.setStatus(401)))
                .build();
    }

    private static boolean shown(jakarta.servlet.http.HttpServletRequest request, byte[] expected) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && MessageDigest.isEqual(authorization.getBytes(StandardCharsets.UTF_8), expected);
    }

    @Bean
    SecurityFilterChain siteFilterChain(
            HttpSecurity http,
            Provider provider,
            PlatformProperties platform,
            IdentityProperties settings,
            ClientRegistrationRepository clients,
            SessionActors actors,
            Memberships memberships,
            Invitations invitations,
            JwtDecoder apiTokens,
            ModuleCatalogue modules,
            Clock clock)
            throws Exception {
        SignInOutcome outcome = new SignInOutcome(memberships, actors, settings.sessionIdle());
        boolean https = platform.publicScheme().equals("https");
        return http.headers(headers -> headers(headers, provider, https))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens(https))
                        .csrfTokenRequestHandler(new FormTokens())
                        .ignoringRequestMatchers(request -> modules.speakToMachines(request.getRequestURI())))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .addFilterBefore(new SessionSite(settings.sessionLimit(), clock), CsrfFilter.class)
                .addFilterBefore(new SameOrigin(platform, modules), CsrfFilter.class)
                .addFilterBefore(new TokenSite(actors), AuthorizationFilter.class)
                .oauth2Login(login -> login.loginPage(SignInRequests.PATH)
                        .authorizedClientRepository(new NoAuthorizedClients())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(
                                        new SignInRequests(clients, platform, actors, invitations, provider))
                                .authorizationRequestRepository(new PendingSignIns()))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(Tokens.ofCodes()))
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(onApis())
                        .authenticationEntryPoint(withPage(new BearerTokenAuthenticationEntryPoint()))
                        .jwt(jwt -> jwt.decoder(apiTokens)))
                .logout(logout -> logout.logoutUrl("/salir").logoutSuccessHandler(new SignOut(provider, platform)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static CookieCsrfTokenRepository formTokens(boolean https) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(https ? "__Host-cabildo-form" : "cabildo-form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(https).sameSite("Lax").path("/"));
        return tokens;
    }

    /** Tokens are for programs: in the header, and for the APIs. */
    private static BearerTokenResolver onApis() {
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        return request -> request.getRequestURI().startsWith("/api/") ? header.resolve(request) : null;
    }

    private static AuthenticationEntryPoint withPage(AuthenticationEntryPoint challenge) {
        return (request, response, exception) -> {
            challenge.commence(request, response, exception);
            response.sendError(response.getStatus());
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, Provider provider, boolean https) {
        headers.cacheControl(cache -> cache.disable())
                .addHeaderWriter(new ContentPolicy(provider.origin()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(self), "
                        + "payment=(), usb=(), midi=(), serial=(), bluetooth=(), display-capture=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(transport -> transport
                        .requestMatcher(request -> https)
                        .includeSubDomains(false)
                        .maxAgeInSeconds(31_536_000));
    }
}
