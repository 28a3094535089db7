// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import org.cabildo.platform.ModuleDescriptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How pages, news and contact introduce themselves. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

    @Bean
    ModuleDescriptor pagesModule() {
        return ModuleDescriptor.module("pages")
                .core()
                .paths("/paginas", "/archivos", "/accesibilidad", "/privacidad", "/aviso-legal", "/mapa-del-sitio")
                .navigation("module.pages.name", "/paginas", "page", 80)
                .permission("pages.edit", "editor")
                .permission("pages.publish", "editor")
                .build();
    }

    @Bean
    ModuleDescriptor newsModule() {
        return ModuleDescriptor.module("news")
                .paths("/noticias")
                .navigation("module.news.name", "/noticias", "news", 85)
                .permission("news.edit", "editor")
                .permission("news.publish", "editor")
                .feeds("/noticias.atom")
                .build();
    }

    @Bean
    ModuleDescriptor contactModule() {
        return ModuleDescriptor.module("contact")
                .paths("/contacto")
                .navigation("module.contact.name", "/contacto", "mail", 90)
                .build();
    }
}
