// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What holds on every page, whoever sees it: nothing inline, a strict policy, no dangling anchors, a small document. */
public final class PageRules {

    /** Bytes of a page's HTML on the line. */
    public static final int HTML_BUDGET = 30 * 1024;

    private static final Set<String> DATA = Set.of("application/json", "application/ld+json");

    private PageRules() {}

    /** What is wrong with the answer, in the form {@code <address>: <what>}. */
    public static List<String> broken(Answer answer) {
        List<String> wrong = new ArrayList<>();
        policy(answer, wrong);
        if (answer.html()) {
            Document page = Jsoup.parse(answer.text());
            for (Element element : page.getAllElements()) {
                inline(element, wrong);
            }
            anchors(page, wrong);
            if (answer.transferred() > HTML_BUDGET) {
                wrong.add("HTML of " + answer.transferred() + " bytes, more than " + HTML_BUDGET);
            }
        }
        return wrong.stream().distinct().map(what -> answer.url() + ": " + what).toList();
    }

    private static void policy(Answer answer, List<String> wrong) {
        String policy = answer.header("Content-Security-Policy");
        if (!policy.startsWith("default-src 'none'")) {
            wrong.add("policy '" + policy + "'");
        }
        if (answer.html() && (policy.contains("unsafe") || policy.contains("*"))) {
            wrong.add("permissive policy '" + policy + "'");
        }
        if (!answer.header("X-Content-Type-Options").equals("nosniff")) {
            wrong.add("no X-Content-Type-Options");
        }
    }

    private static void inline(Element element, List<String> wrong) {
        if (element.nameIs("style")) {
            wrong.add("inline style sheet");
        }
        if (element.nameIs("script") && !element.hasAttr("src") && !DATA.contains(element.attr("type"))) {
            wrong.add("inline script");
        }
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (name.equals("style") || name.matches("on[a-z]+")) {
                wrong.add("attribute " + name + " on <" + element.tagName() + ">");
            }
            if (attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT).startsWith("javascript:")) {
                wrong.add("script in " + name + " of <" + element.tagName() + ">");
            }
        }
    }

    private static void anchors(Document page, List<String> wrong) {
        for (Element link : page.select("a[href^=#]")) {
            String id = link.attr("href").substring(1);
            if (!id.isEmpty() && page.getElementById(id) == null) {
                wrong.add("link to #" + id + ", which is not on the page");
            }
        }
    }
}
