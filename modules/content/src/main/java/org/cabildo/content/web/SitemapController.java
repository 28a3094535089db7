// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.content.Articles;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SitemapSource;
import org.cabildo.platform.web.SitemapSource.Address;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is on this site: for people, for search engines, and what search engines should leave alone. */
@Controller
@Access(Access.Audience.PUBLIC)
class SitemapController {

    private static final int MOST = 45_000;

    private final Articles articles;
    private final ModuleCatalogue modules;
    private final ViewFactory views;
    private final List<SitemapSource> sources;

    SitemapController(
            Articles articles, ModuleCatalogue modules, ViewFactory views, ObjectProvider<SitemapSource> sources) {
        this.articles = articles;
        this.modules = modules;
        this.views = views;
        this.sources = sources.orderedStream().toList();
    }

    @GetMapping("/mapa-del-sitio")
    String people(HttpServletRequest request, Model model) {
        View view = views.of(request);
        Site site = view.site();
        model.addAttribute("page", Page.of(view.msg("content.sitemap.title")));
        model.addAttribute(
                "sections",
                entries(site).stream()
                        .map(entry -> new NavLink(view.msg(entry.label()), entry.path(), entry.icon(), false))
                        .toList());
        model.addAttribute("pages", articles.pages(site, view.locale()));
        model.addAttribute("years", site.has("news") ? articles.newsYears(site) : List.of());
        return "content/sitemap";
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots(HttpServletRequest request) {
        View view = views.of(request);
        String rules = view.site().status() == SiteStatus.LIVE
                ? "User-agent: *\nDisallow: /gestion\nDisallow: /entrar\nDisallow: /buscar\n\nSitemap: "
                        + view.absolute("/sitemap.xml") + "\n"
                : "User-agent: *\nDisallow: /\n";
        return Documents.of("text/plain;charset=UTF-8", rules);
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> machines(HttpServletRequest request) {
        View view = views.of(request);
        XmlText xml = new XmlText()
                .open(
                        "urlset",
                        "xmlns",
                        "http://www.sitemaps.org/schemas/sitemap/0.9",
                        "xmlns:xhtml",
                        "http://www.w3.org/1999/xhtml");
        addresses(view.site()).stream().limit(MOST).forEach(address -> url(xml, address, view));
        return Documents.of("application/xml;charset=UTF-8", xml.close("urlset").toString());
    }

    private List<Address> addresses(Site site) {
        Map<String, Address> all = new LinkedHashMap<>();
        List<String> fixed = new ArrayList<>(List.of("/"));
        entries(site).forEach(entry -> fixed.add(entry.path()));
        LegalPages.SLUGS.forEach(slug -> fixed.add("/paginas/" + slug));
        fixed.add("/mapa-del-sitio");
        fixed.forEach(path -> all.put(path, new Address(path, null, List.of())));
        sources.stream()
                .filter(source -> site.has(source.module()))
                .flatMap(source -> source.addresses(site).stream())
                .forEach(address -> all.put(address.path(), address));
        return List.copyOf(all.values());
    }

    private List<ModuleDescriptor.Entry> entries(Site site) {
        return modules.all().stream()
                .filter(module -> site.has(module.key()))
                .flatMap(module -> module.navigation().stream())
                .sorted(java.util.Comparator.comparingInt(ModuleDescriptor.Entry::order))
                .toList();
    }

    private static void url(XmlText xml, Address address, View view) {
        Site site = view.site();
        List<Locale> locales = address.locales().isEmpty() ? site.locales() : address.locales();
        for (Locale locale : locales) {
            xml.open("url").text("loc", view.absolute(in(site, address.path(), locale)));
            if (address.changed() != null) {
                xml.text(
                        "lastmod",
                        address.changed().atZone(ZoneOffset.UTC).toLocalDate().toString());
            }
            if (locales.size() > 1) {
                locales.forEach(other -> xml.empty(
                        "xhtml:link",
                        "rel",
                        "alternate",
                        "hreflang",
                        other.toLanguageTag(),
                        "href",
                        view.absolute(in(site, address.path(), other))));
            }
            xml.close("url");
        }
    }

    private static String in(Site site, String path, Locale locale) {
        return locale.equals(site.defaultLocale()) ? path : path + "?lang=" + locale.toLanguageTag();
    }
}
