// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import java.time.Clock;
import org.cabildo.content.ArticleKind;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Sites;
import org.cabildo.platform.search.SearchSource;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How pages, news and contact introduce themselves. */
@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

    @Bean
    SearchSource pagesSearch(DSLContext dsl, ArticleRows rows, Sites sites, Clock clock) {
        return new ArticleSearch(ArticleKind.PAGE, dsl, rows, sites, clock);
    }

    @Bean
    SearchSource newsSearch(DSLContext dsl, ArticleRows rows, Sites sites, Clock clock) {
        return new ArticleSearch(ArticleKind.NEWS, dsl, rows, sites, clock);
    }

    @Bean
    ModuleDescriptor pagesModule() {
        return ModuleDescriptor.module("pages")
                .core()
                .paths("/paginas", "/archivos", "/accesibilidad", "/privacidad", "/aviso-legal", "/mapa-del-sitio")
                .navigation("module.pages.name", "/paginas", "page", 80)
                .permission("pages.edit", "editor")
                .permission("pages.publish", "editor")
                .staffNavigation("content.desk.page.title", "/gestion/pages", "page", "pages.edit", 20)
                .staffNavigation("content.files.title", "/gestion/pages/archivos", "image", "pages.edit", 24)
                .searchTypes("page")
                .jobs(DueArticles.JOB)
                .build();
    }

    @Bean
    ModuleDescriptor newsModule() {
        return ModuleDescriptor.module("news")
                .paths("/noticias")
                .navigation("module.news.name", "/noticias", "news", 85)
                .permission("news.edit", "editor")
                .permission("news.publish", "editor")
                .staffNavigation("content.desk.news.title", "/gestion/news", "news", "news.edit", 21)
                .searchTypes("news")
                .jobs(DueArticles.JOB)
                .feeds("/noticias.atom")
                .build();
    }

    @Bean
    ModuleDescriptor contactModule() {
        return ModuleDescriptor.module("contact")
                .paths("/contacto")
                .navigation("module.contact.name", "/contacto", "mail", 90)
                .permission("contact.answer", "editor")
                .staffNavigation("content.inbox.title", "/gestion/contact", "inbox", "contact.answer", 22)
                .jobs(OldMessages.JOB)
                .build();
    }
}
