// SPDX-License-Identifier: Apache-2.0
package org.cabildo.leaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Access;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One method and pattern of the route table, with the rule that the application states for it. */
record Route(String method, String pattern, Access rule) {

    static List<Route> all(RequestMappingHandlerMapping mapping) {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                if (!pattern.equals("/error")) {
                    methods.forEach(method -> routes.add(new Route(method.name(), pattern, rule(handler))));
                }
            }
        });
        return routes;
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

    boolean reads() {
        return method.equals("GET");
    }

    boolean hasVariables() {
        return pattern.contains("{");
    }

    /** Whether the route is there at all on a site. */
    boolean existsOn(Site site, ModuleCatalogue modules) {
        String path = pattern.replaceAll("\\{.*", "x");
        return Arrays.asList(rule.on()).contains(site.kind())
                && modules.owning(path)
                        .map(ModuleDescriptor::key)
                        .map(site::has)
                        .orElse(true);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
