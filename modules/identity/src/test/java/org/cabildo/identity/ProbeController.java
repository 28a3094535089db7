// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeMap;
import org.cabildo.platform.Actor;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.ImageOrigins;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handlers of every audience, which answer with who asked. */
@RestController
class ProbeController {

    private final Actors actors;

    ProbeController(Actors actors) {
        this.actors = actors;
    }

    private TreeMap<String, Object> answer(HttpServletRequest request) {
        TreeMap<String, Object> answer = new TreeMap<>();
        Actor actor = actors.of(request).orElse(null);
        answer.put("email", actor == null ? "" : actor.email());
        answer.put("roles", actor == null ? "" : new java.util.TreeSet<>(actor.roles()));
        answer.put("operator", actor != null && actor.operator());
        return answer;
    }

    @GetMapping({"/probe/public", "/api/v1/probe/public"})
    @Access(
            value = Access.Audience.PUBLIC,
            on = {SiteKind.MUNICIPALITY, SiteKind.CONSOLE})
    Object open(HttpServletRequest request) {
        return answer(request);
    }

    @GetMapping("/probe/streets")
    @Access(Access.Audience.PUBLIC)
    Object streets(HttpServletRequest request) {
        ImageOrigins.allow(request, "https://tiles.example.org");
        return answer(request);
    }

    @GetMapping("/probe/form")
    @Access(Access.Audience.PUBLIC)
    Object form(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new TreeMap<>(java.util.Map.of("name", token.getParameterName(), "token", token.getToken()));
    }

    @PostMapping({"/probe/form", "/api/v1/probe/form"})
    @Access(Access.Audience.PUBLIC)
    Object posted(HttpServletRequest request) {
        return answer(request);
    }

    @GetMapping({"/probe/staff", "/api/v1/probe/staff"})
    @Access(value = Access.Audience.STAFF, permission = "people.manage")
    Object staff(HttpServletRequest request) {
        return answer(request);
    }

    @GetMapping("/probe/operator")
    @Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
    Object operator(HttpServletRequest request) {
        return answer(request);
    }
}
