// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Set;
import org.cabildo.platform.SiteKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lets the same path belong to different handlers on different kinds of site, as their {@link Access} says. */
class SiteKindMapping extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
        Access onMethod = AnnotatedElementUtils.findMergedAnnotation(method, Access.class);
        Access access = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Access.class);
        return access == null ? null : new OnKinds(Set.of(access.on()));
    }

    /** Fits requests to sites of these kinds; requests without a site are none of its business. */
    private record OnKinds(Set<SiteKind> kinds) implements RequestCondition<OnKinds> {

        @Override
        public OnKinds combine(OnKinds other) {
            return other;
        }

        @Override
        public @Nullable OnKinds getMatchingCondition(HttpServletRequest request) {
            boolean fits = !SiteContext.known(request)
                    || kinds.contains(SiteContext.of(request).kind());
            return fits ? this : null;
        }

        @Override
        public int compareTo(OnKinds other, HttpServletRequest request) {
            return 0;
        }
    }
}
