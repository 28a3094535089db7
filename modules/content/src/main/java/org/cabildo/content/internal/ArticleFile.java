// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.content.Article;
import org.cabildo.content.Article.Attached;
import org.cabildo.content.ArticleKind;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.ManifestRefused;
import org.jspecify.annotations.Nullable;

/** An article as a file of a manifest: front matter and Markdown, described in {@code tenants/README.md}. */
final class ArticleFile {

    static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    static final Pattern NEWS_SLUG = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-" + SLUG.pattern());

    private static final Pattern PATH =
            Pattern.compile("content/(pages|news)/([a-z0-9-]{1,120})\\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\\.md");
    private static final Pattern TEXT = Pattern.compile("---\n(.*?\n)---\n\n(.*)", Pattern.DOTALL);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final Set<String> KEYS =
            Set.of("title", "summary", "menu", "order", "published", "updated", "image", "attachments");

    private final String path;
    private final List<String> problems = new ArrayList<>();
    private Map<String, Object> values = Map.of();

    private ArticleFile(String path) {
        this.path = path;
    }

    /** The place of an article in a manifest. */
    static String path(Article article) {
        return "content/" + article.kind().module() + "/" + article.slug() + "."
                + article.locale().toLanguageTag() + ".md";
    }

    /** Writes an article; times are shown in the zone. */
    static String write(Article article, ZoneId zone) {
        Map<String, Object> front = new LinkedHashMap<>();
        front.put("title", article.title());
        front.put("summary", article.summary());
        if (article.kind() == ArticleKind.PAGE) {
            front.put("menu", article.menu());
            front.put("order", article.order());
        }
        put(front, "published", article.published(), zone);
        put(front, "updated", article.updated(), zone);
        if (article.image() != null) {
            front.put("image", article.image());
        }
        if (!article.attachments().isEmpty()) {
            front.put(
                    "attachments",
                    article.attachments().stream().map(ArticleFile::entry).toList());
        }
        return "---\n" + CanonicalYaml.write(front) + "---\n\n" + article.body() + "\n";
    }

    /**
     * Reads a file.
     *
     * @throws ManifestRefused with every problem of the file
     */
    static Article read(String path, String text) {
        return new ArticleFile(path).article(text);
    }

    private Article article(String text) {
        Matcher place = PATH.matcher(path);
        Matcher parts = TEXT.matcher(text);
        if (!place.matches() || !parts.matches()) {
            throw new ManifestRefused(List.of(path
                    + (place.matches()
                            ? ": front matter between two lines of --- and an empty line are expected"
                            : ": expected is content/pages/<slug>.<language>.md or"
                                    + " content/news/<yyyy-mm-dd>-<slug>.<language>.md")));
        }
        values = CanonicalYaml.read(path, parts.group(1));
        values.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key -> problem("unknown key " + key));
        ArticleKind kind = ArticleKind.ofModule(place.group(1)).orElseThrow();
        String slug = place.group(2);
        if (!(kind == ArticleKind.NEWS ? NEWS_SLUG : SLUG).matcher(slug).matches()) {
            problem("the name of the file is not a " + (kind == ArticleKind.NEWS ? "day and a slug" : "slug"));
        }
        String body = parts.group(2);
        Article article = new Article(
                kind,
                slug,
                Locale.forLanguageTag(place.group(3)),
                text("title", 1, 160),
                text("summary", 0, 400),
                body.endsWith("\n") ? body.substring(0, body.length() - 1) : body,
                kind == ArticleKind.PAGE && Boolean.TRUE.equals(values.get("menu")),
                kind == ArticleKind.PAGE && values.get("order") instanceof Integer order ? order : 0,
                moment("published"),
                moment("updated"),
                values.get("image") instanceof String image ? image : null,
                attachments());
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        return article;
    }

    private void problem(String text) {
        problems.add(path + ": " + text);
    }

    private String text(String key, int least, int most) {
        Object value = values.getOrDefault(key, "");
        if (!(value instanceof String text) || text.length() < least || text.length() > most || text.contains("\n")) {
            problem(key + " must be a line of " + least + " to " + most + " characters");
            return "";
        }
        return text;
    }

    private @Nullable Instant moment(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.toString()).toInstant();
        } catch (DateTimeParseException exception) {
            problem(key + " must be an instant with offset in quotes, like \"2026-11-03T09:00:00-04:00\"");
            return null;
        }
    }

    private List<Attached> attachments() {
        if (!(values.getOrDefault("attachments", List.of()) instanceof List<?> list)) {
            problem("attachments must be a list");
            return List.of();
        }
        List<Attached> attachments = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Map<?, ?> map
                    && map.get("file") instanceof String file
                    && map.get("title") instanceof String title) {
                attachments.add(new Attached(file, title));
            } else {
                problem("an attachment has file and title");
            }
        }
        return List.copyOf(attachments);
    }

    private static Map<String, Object> entry(Attached attached) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", attached.file());
        entry.put("title", attached.title());
        return entry;
    }

    private static void put(Map<String, Object> front, String key, @Nullable Instant at, ZoneId zone) {
        if (at != null) {
            front.put(key, MOMENT.format(at.atZone(zone)));
        }
    }
}
