// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.web.Access;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AppTest
class RoutesTests {

    private final Map<RequestMappingInfo, HandlerMethod> routes;
    private final ModuleCatalogue modules;

    @Autowired
    RoutesTests(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, ModuleCatalogue modules) {
        this.routes = mapping.getHandlerMethods();
        this.modules = modules;
    }

    @Test
    void saysForEveryRouteWhoMayCall() {
        assertThat(routes.entrySet())
                .filteredOn(route -> !route.getKey().getPatternValues().contains("/error"))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(rule(route.getValue()))
                        .as("@Access of %s", route)
                        .isNotNull());
    }

    @Test
    void namesTheMethodOfEveryRoute() {
        assertThat(routes.keySet())
                .filteredOn(route -> !route.getPatternValues().contains("/error"))
                .allSatisfy(route -> assertThat(route.getMethodsCondition().getMethods())
                        .as("methods of %s", route)
                        .isNotEmpty());
    }

    @Test
    void changesNothingOnGet() {
        assertThat(routes.entrySet())
                .filteredOn(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .allSatisfy(
                        route -> assertThat(route.getKey().getMethodsCondition().getMethods())
                                .as("methods of %s", route)
                                .isSubsetOf(Set.of(RequestMethod.GET, RequestMethod.HEAD)));
    }

    @Test
    void givesEveryStaffRouteToStaffAndAModule() {
        assertThat(routes.entrySet())
                .filteredOn(route -> below(route.getKey(), "/gestion"))
                .allSatisfy(route -> {
                    assertThat(rule(route.getValue()).value())
                            .as("audience of %s", route)
                            .isIn(Access.Audience.STAFF, Access.Audience.OPERATOR);
                });
    }

    @Test
    void knowsEveryPermissionThatARouteAsksFor() {
        List<String> permissions = modules.all().stream()
                .map(ModuleDescriptor::permissions)
                .flatMap(Collection::stream)
                .map(ModuleDescriptor.Permission::key)
                .toList();

        assertThat(routes.entrySet())
                .filteredOn(route -> rule(route.getValue()) != null
                        && !rule(route.getValue()).permission().isEmpty())
                .allSatisfy(route -> assertThat(permissions)
                        .as("permission of %s", route)
                        .contains(rule(route.getValue()).permission()));
    }

    private static boolean below(RequestMappingInfo route, String prefix) {
        return route.getPatternValues().stream().anyMatch(path -> path.startsWith(prefix));
    }

    private static Access rule(HandlerMethod handler) {
        Access onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class);
    }
}
