// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.tenancy.Manifests;
import org.cabildo.tenancy.onboarding.CountryRules.Country;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The first pages of a new portal, so that it opens with something true to read. They are written from the answers and
 * from texts in {@code starter/}, applied as a manifest, and from then on belong to the portal's own staff.
 */
@Component
class StarterPages {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final Set<String> LANGUAGES = Set.of("es", "en");

    private final Manifests manifests;
    private final Sites sites;
    private final CountryRules countries;
    private final MessageSource messages;
    private final Clock clock;

    StarterPages(Manifests manifests, Sites sites, CountryRules countries, MessageSource messages, Clock clock) {
        this.manifests = manifests;
        this.sites = sites;
        this.countries = countries;
        this.messages = messages;
        this.clock = clock;
    }

    /** Writes the pages, the opening news and the menu; a portal that has pages already is left as it is. */
    void write(Answers answers, Actor actor) {
        String slug = answers.get("slug");
        Folder folder = manifests.export(slug);
        if (!folder.below("content/pages/").isEmpty()) {
            return;
        }
        Site site = sites.bySlug(slug).orElseThrow();
        List<String> pages =
                List.of(answers.isNetwork() ? "la-red" : "el-municipio", "pedir-informacion", "uso-del-portal");
        for (String language : Draft.languages(answers)) {
            if (LANGUAGES.contains(language)) {
                StarterText.Values values = values(answers, site, language);
                for (String page : pages) {
                    Map<String, Object> front = new LinkedHashMap<>();
                    front.put("menu", true);
                    front.put("order", pages.indexOf(page) + 1);
                    put(folder, "content/pages/" + page, language, text(page, language), values, front, site.zone());
                }
                if (site.has("news")) {
                    String day = now(site.zone()).toLocalDate().toString();
                    put(
                            folder,
                            "content/news/" + day + "-el-portal-abre",
                            language,
                            text("el-portal-abre", language),
                            values,
                            new LinkedHashMap<>(),
                            site.zone());
                }
            }
        }
        menu(folder, pages, answers);
        manifests.apply(folder, actor);
    }

    private void put(
            Folder folder,
            String path,
            String language,
            StarterText text,
            StarterText.Values values,
            Map<String, Object> rest,
            ZoneId zone) {
        Map<String, Object> front = new LinkedHashMap<>();
        front.put("title", text.title(values));
        front.put("summary", text.summary(values));
        front.putAll(rest);
        front.put("published", MOMENT.format(now(zone)));
        folder.put(
                path + "." + language + ".md",
                "---\n" + CanonicalYaml.write(front) + "---\n\n" + text.body(values) + "\n");
    }

    private OffsetDateTime now(ZoneId zone) {
        return clock.instant().atZone(zone).toOffsetDateTime().withNano(0);
    }

    private StarterText.Values values(Answers answers, Site site, String language) {
        Country country = countries.of(answers.get("country")).orElseThrow();
        Locale locale = Locale.of(language);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("name", answers.get("name"));
        words.put("officialName", answers.get("officialName"));
        BodyName body = BodyName.of(answers.get("officialName"), language);
        words.put("body", body.within());
        words.put("Body", body.first());
        words.put("ofBody", body.owning());
        words.put("region", answers.get("region"));
        words.put("country", Locale.of("", country.code()).getDisplayCountry(locale));
        words.put("territoryCode", answers.get("territoryCode"));
        words.put("office", country.office());
        words.put("email", answers.get("email"));
        words.put("phone", answers.get("phone"));
        words.put("law", country.accessToInformation().getOrDefault(language, ""));
        words.put("demonstration", answers.get("demonstration").equals("true") ? "true" : "");
        List.of("news", "search", "contact").forEach(key -> words.put(key, site.has(key) ? "true" : ""));
        return new StarterText.Values(words);
    }

    private static StarterText text(String name, String language) {
        String path = "org/cabildo/tenancy/onboarding/starter/" + name + "." + language + ".md";
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return StarterText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException exception) {
            throw new IllegalStateException("The class path lacks " + path, exception);
        }
    }

    /** A main menu of what was written and of what every portal has; entries of modules that are off are not shown. */
    private void menu(Folder folder, List<String> pages, Answers answers) {
        Map<String, Object> document = new LinkedHashMap<>(
                CanonicalYaml.read("tenant.yaml", folder.text("tenant.yaml").orElseThrow()));
        if (document.get("menu") instanceof List<?> entries && !entries.isEmpty()) {
            return;
        }
        List<String> languages = Draft.languages(answers);
        List<Map<String, Object>> menu = new ArrayList<>();
        menu.add(entry(answers.isNetwork() ? "network" : "municipality", "/paginas/" + pages.getFirst(), languages));
        if (answers.isNetwork()) {
            menu.add(entry("members", "/miembros", languages));
        }
        menu.add(entry("information", "/paginas/pedir-informacion", languages));
        menu.add(entry("news", "/noticias", languages));
        menu.add(entry("contact", "/contacto", languages));
        Map<String, Object> arranged = new LinkedHashMap<>();
        document.forEach((key, value) -> {
            arranged.put(key, value);
            if (key.equals("legal")) {
                arranged.put("menu", menu);
            }
        });
        folder.put("tenant.yaml", CanonicalYaml.write(arranged));
    }

    private Map<String, Object> entry(String word, String href, List<String> languages) {
        Map<String, Object> label = new LinkedHashMap<>();
        for (String code : languages) {
            if (LANGUAGES.contains(code) || code.equals(languages.getFirst())) {
                label.put(code, messages.getMessage("onboarding.menu." + word, null, Locale.of(code)));
            }
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("label", label);
        entry.put("href", href);
        return entry;
    }
}
