// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.identity.Identified;
import org.cabildo.identity.Memberships;
import org.cabildo.identity.Operators;
import org.cabildo.platform.Actor;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.SiteContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.StandardClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Finds who acts from the session or the access token; what they may do, from the memberships. */
@Component
class SessionActors implements Actors {

    private static final String MEMO = SessionActors.class.getName();

    private final Memberships memberships;
    private final ModuleCatalogue modules;
    private final Operators operators;

    SessionActors(Memberships memberships, ModuleCatalogue modules, Operators operators) {
        this.memberships = memberships;
        this.modules = modules;
        this.operators = operators;
    }

    @Override
    public Optional<Actor> of(HttpServletRequest request) {
        Object memo = request.getAttribute(MEMO);
        if (memo instanceof Optional<?> known) {
            return known.map(Actor.class::cast);
        }
        Optional<Actor> actor = identified(SecurityContextHolder.getContext().getAuthentication())
                .map(who -> actor(request, who));
        request.setAttribute(MEMO, actor);
        return actor;
    }

    /** Asks again on the next call, after who acts has changed. */
    void forget(HttpServletRequest request) {
        request.removeAttribute(MEMO);
    }

    private Actor actor(HttpServletRequest request, Identified who) {
        Memberships.Standing standing =
                memberships.standing(SiteContext.of(request).tenant(), who);
        return new Actor(
                standing.person(),
                who.name(),
                who.email(),
                standing.roles(),
                permissions(standing.roles()),
                operators.include(who.email(), who.verified()));
    }

    private Set<String> permissions(Set<String> roles) {
        boolean all = roles.contains(Memberships.ADMINISTRATOR);
        return modules.all().stream()
                .flatMap(module -> module.permissions().stream())
                .filter(permission -> all || permission.roles().stream().anyMatch(roles::contains))
                .map(ModuleDescriptor.Permission::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who an authentication stands for; empty for anonymous ones. */
    static Optional<Identified> identified(@Nullable Authentication authentication) {
        Object principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof OidcUser user) {
            return Optional.of(identified(user.getSubject(), user));
        }
        if (principal instanceof Jwt token) {
            return Optional.of(identified(token.getSubject(), token::getClaims));
        }
        return Optional.empty();
    }

    private static Identified identified(String subject, StandardClaimAccessor claims) {
        String email = text(claims.getEmail());
        String name = text(claims.getFullName());
        return new Identified(
                subject,
                name.isEmpty() ? email.isEmpty() ? subject : email : name,
                email,
                Boolean.TRUE.equals(claims.getEmailVerified()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
