// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that can be reached on a site by following links from some places. */
public final class Crawl {

    /** Combinations of filters multiply; so many of one path are enough to see that they work. */
    private static final int QUERIES_PER_PATH = 12;

    private final Visitor visitor;
    private final Set<String> neighbours;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Map<String, String> foundOn = new HashMap<>();
    private final Map<String, Integer> queries = new HashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    private Crawl(Visitor visitor, Set<String> neighbours) {
        this.visitor = visitor;
        this.neighbours = neighbours;
    }

    /**
     * Follows every link of a site.
     *
     * @param neighbours origins of the installation's other sites, which links may lead to
     */
    public static Crawl from(Visitor visitor, Set<String> neighbours, Collection<String> starts) {
        Crawl crawl = new Crawl(visitor, neighbours);
        starts.forEach(start -> crawl.note(URI.create(visitor.origin() + start), "the start"));
        while (!crawl.ahead.isEmpty()) {
            crawl.visit(crawl.ahead.poll());
        }
        return crawl;
    }

    private void visit(String target) {
        Answer answer = visitor.get(target);
        answers.put(target, answer);
        boolean led = answer.status() >= 300 && answer.status() < 400;
        if (answer.status() != 200 && !led) {
            findings.add(answer + ", found on " + foundOn.get(target));
            return;
        }
        findings.addAll(PageRules.broken(answer));
        Links links = Links.of(answer);
        links.parts().forEach(part -> {
            if (!own(part)) {
                findings.add(answer.url() + ": loads " + part + " from elsewhere");
            }
            note(part, target);
        });
        links.places().forEach(place -> note(place, target));
    }

    private boolean own(URI url) {
        return (url.getScheme() + "://" + url.getAuthority()).equals(visitor.origin());
    }

    private void note(URI url, String page) {
        if (!own(url)) {
            String origin = url.getScheme() + "://" + url.getAuthority();
            if (origin.contains("localhost") && !neighbours.contains(origin)) {
                findings.add(page + ": leads to " + url + ", which is no site of this installation");
            }
            return;
        }
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        if (foundOn.containsKey(target)
                || (url.getRawQuery() != null && queries.merge(path, 1, Integer::sum) > QUERIES_PER_PATH)) {
            return;
        }
        foundOn.put(target, page);
        ahead.add(target);
    }

    /** What was wrong anywhere. */
    public List<String> findings() {
        return findings;
    }

    /** Every answer by path and query. */
    public Map<String, Answer> answers() {
        return answers;
    }

    /** The pages among the answers. */
    public List<Answer> pages() {
        return answers.values().stream()
                .filter(answer -> answer.status() == 200 && answer.html())
                .toList();
    }
}
