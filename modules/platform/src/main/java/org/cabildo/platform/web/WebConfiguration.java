// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.cabildo.platform.ModuleCatalogue;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Message bundles of all modules, the language of a request and the gate before handlers. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** Finds {@code messages/<module>_es.properties} in every module; Spanish answers what another language lacks. */
    @Bean
    MessageSource messageSource() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Resource bundle :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_es.properties")) {
            names.add("messages/" + bundle.getFilename().replace("_es.properties", ""));
        }
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(names.toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.of("es"));
        return messages;
    }

    /** Without a module that knows people, everybody is anonymous. */
    @Bean
    @Fallback
    Actors nobody() {
        return request -> Optional.empty();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new SiteLocale();
    }

    @Bean
    WebMvcRegistrations mappings() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new SiteKindMapping();
            }
        };
    }

    @Bean
    WebMvcConfigurer gate(ModuleCatalogue modules, Actors actors) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessInterceptor(modules, actors)).order(-100);
            }
        };
    }
}
