// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What an answer refers to, as absolute addresses.
 *
 * @param places where a click or a form without changes leads
 * @param parts what a browser loads by itself to show it
 */
public record Links(Set<URI> places, Set<URI> parts) {

    private static final Pattern CSS_URL = Pattern.compile("(?:url\\(\\s*|@import\\s+)['\"]?([^'\")\\s;]+)");
    private static final Pattern XML_URL = Pattern.compile("(?:<loc>|href=\")([^<\"]+)");
    private static final Set<String> LOADED =
            Set.of("stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "manifest", "mask-icon");

    /** What browsers hand to another program, or hold themselves. */
    private static final List<String> ELSEWHERE = List.of("mailto:", "tel:", "geo:", "data:");

    static Links of(Answer answer) {
        Links links = new Links(new LinkedHashSet<>(), new LinkedHashSet<>());
        String location = answer.header("Location");
        if (!location.isEmpty()) {
            links.add(links.places, answer, location);
        } else if (answer.html()) {
            links.page(answer, Jsoup.parse(answer.text(), answer.url().toString()));
        } else if (answer.type().equals("text/css")) {
            links.matches(links.parts, answer, CSS_URL);
        } else if (answer.type().endsWith("xml") && !answer.type().contains("svg")) {
            links.matches(links.places, answer, XML_URL);
        }
        return links;
    }

    private void page(Answer answer, Document page) {
        page.select("a[href], area[href]").forEach(link -> add(places, answer, link.attr("href")));
        page.select("form:not([method=post])").forEach(form -> add(places, answer, form.attr("action")));
        for (Element link : page.select("link[href]")) {
            boolean loaded = link.attr("rel").lines().anyMatch(LOADED::contains);
            add(loaded ? parts : places, answer, link.attr("href"));
        }
        page.select("[src]").forEach(element -> add(parts, answer, element.attr("src")));
        page.select("[poster]").forEach(element -> add(parts, answer, element.attr("poster")));
        page.select("use[href], image[href]").forEach(element -> add(parts, answer, element.attr("href")));
        page.select("[srcset]")
                .forEach(element -> sources(element.attr("srcset")).forEach(source -> add(parts, answer, source)));
        page.select("meta[property=og:image], meta[property=og:url]")
                .forEach(meta -> add(places, answer, meta.attr("content")));
    }

    private static List<String> sources(String set) {
        List<String> sources = new ArrayList<>();
        for (String candidate : set.split(",")) {
            sources.add(candidate.strip().split("\\s")[0]);
        }
        return sources;
    }

    private void matches(Set<URI> target, Answer answer, Pattern pattern) {
        Matcher matcher = pattern.matcher(answer.text());
        while (matcher.find()) {
            add(target, answer, matcher.group(1).replace("&amp;", "&"));
        }
    }

    private void add(Set<URI> target, Answer answer, String reference) {
        if (ELSEWHERE.stream().noneMatch(reference::startsWith)) {
            target.add(answer.url().resolve(reference.strip().replace(" ", "%20")));
        }
    }
}
