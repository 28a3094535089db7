// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cabildo.content.Articles;
import org.cabildo.platform.web.Freshness;
import org.cabildo.platform.web.SiteContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets no cache keep a page of this module longer than until the next scheduled text appears. */
@Configuration(proxyBeanMethods = false)
class ScheduledChanges {

    @Bean
    WebMvcConfigurer untilTheNextArticle(Articles articles) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Until(articles)).order(0);
            }
        };
    }

    private record Until(Articles articles) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getMethod().equals("GET")
                    && handler instanceof HandlerMethod method
                    && method.getBeanType().getPackage() == ScheduledChanges.class.getPackage()) {
                articles.nextChange(SiteContext.of(request)).ifPresent(moment -> Freshness.until(request, moment));
            }
            return true;
        }
    }
}
