// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link Access} and the module switches before a handler runs. */
class AccessInterceptor implements HandlerInterceptor {

    private final ModuleCatalogue modules;
    private final Actors actors;

    AccessInterceptor(ModuleCatalogue modules, Actors actors) {
        this.modules = modules;
        this.actors = actors;
    }

    /** The access rule of a handler: the method's own, or its class's. */
    static Optional<Access> ruleOf(HandlerMethod handler) {
        Access onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        return Optional.ofNullable(
                onMethod != null
                        ? onMethod
                        : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !SiteContext.known(request)) {
            return true;
        }
        Optional<Access> rule = ruleOf(method);
        if (rule.isEmpty()) {
            return true; // the platform's own error handler; others are refused at the start
        }
        Site site = SiteContext.of(request);
        Access access = rule.get();
        if (!Arrays.asList(access.on()).contains(site.kind()) || switchedOff(site, request.getRequestURI())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return allowed(access, site, request, response);
    }

    /** The console has no switches; what is there says so in its rule. */
    private boolean switchedOff(Site site, String path) {
        Optional<ModuleDescriptor> module = modules.owning(path);
        return site.kind() != SiteKind.CONSOLE
                && module.isPresent()
                && !site.has(module.get().key());
    }

    private boolean allowed(Access access, Site site, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Actor> actor = actors.of(request);
        if (access.value() == Access.Audience.PUBLIC) {
            hideUnlessLive(site, request, actor);
            return true;
        }
        if (actor.isEmpty()) {
            return signIn(request, response);
        }
        if (!permitted(access, actor.get())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return true;
    }

    private static boolean permitted(Access access, Actor actor) {
        return switch (access.value()) {
            case PUBLIC, SIGNED_IN -> true;
            case STAFF -> actor.staff() && (access.permission().isEmpty() || actor.can(access.permission()));
            case OPERATOR -> actor.operator();
        };
    }

    private static void hideUnlessLive(Site site, HttpServletRequest request, Optional<Actor> actor) {
        boolean insider =
                actor.map(person -> person.staff() || person.operator()).orElse(false);
        boolean door = request.getRequestURI().equals("/entrar")
                || request.getRequestURI().startsWith("/assets/");
        if (site.status() != SiteStatus.LIVE && site.tenant() != null && !insider && !door) {
            throw new ResponseStatusException(
                    site.status() == SiteStatus.DRAFT ? HttpStatus.NOT_FOUND : HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private static boolean signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Errors.wantsJson(request) || !request.getMethod().equals("GET")) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.sendRedirect(
                "/entrar?ir=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8));
        return false;
    }
}
