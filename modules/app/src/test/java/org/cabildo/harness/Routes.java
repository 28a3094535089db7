// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Access;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The application's route table. */
public final class Routes {

    private final List<Route> all = new ArrayList<>();
    private final ModuleCatalogue modules;
    private final Specimens specimens;

    Routes(RequestMappingHandlerMapping mapping, ModuleCatalogue modules, Specimens specimens) {
        this.modules = modules;
        this.specimens = specimens;
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                if (!pattern.equals("/error")) {
                    methods.forEach(method -> all.add(new Route(method.name(), pattern, rule(handler))));
                }
            }
        });
    }

    private static Access rule(HandlerMethod handler) {
        Access onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        Access rule = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class);
        if (rule == null) {
            throw new IllegalStateException(handler + " does not say who may call it");
        }
        return rule;
    }

    public List<Route> all() {
        return all;
    }

    /** The routes to try on a site: one that another kind of site answers at the same address is left out. */
    public List<Route> of(Site site) {
        return all.stream()
                .filter(route -> exist(route, site)
                        || all.stream()
                                .noneMatch(other -> exist(other, site)
                                        && other.method().equals(route.method())
                                        && other.pattern().equals(route.pattern())))
                .toList();
    }

    /** Whether a route is there at all on a site. */
    public boolean exist(Route route, Site site) {
        return route.existsOn(site, modules);
    }

    /** Addresses of a site that answer its pages' routes for an audience. */
    public Set<String> pages(Site site, Access.Audience audience) {
        Set<String> pages = new LinkedHashSet<>();
        for (Route route : all) {
            if (route.reads() && route.rule().value() == audience && exist(route, site) && !route.file()) {
                pages.addAll(specimens.some(route, site));
            }
        }
        return pages;
    }
}
