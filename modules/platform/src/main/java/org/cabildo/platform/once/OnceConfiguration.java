// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.once;

import org.cabildo.platform.web.Actors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class OnceConfiguration {

    /** Behind the access check, which comes at -100. */
    @Bean
    WebMvcConfigurer once(Submissions submissions, Actors actors) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new OnceInterceptor(submissions, actors))
                        .order(-90);
            }
        };
    }
}
