// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.cabildo.content.Article;
import org.cabildo.content.Article.Attached;
import org.cabildo.content.ArticleId;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.Edition;
import org.cabildo.content.web.LegalText;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about an article, as they typed it.
 *
 * @param version what it is based on, 0 for a new article
 * @param when {@code draft}, {@code now} or {@code at}
 * @param at day and time in the site's zone, as browsers write them
 * @param corrected whether readers are told that the text was updated
 */
public record ArticleForm(
        int version,
        String slug,
        String title,
        String summary,
        String body,
        String image,
        List<Attached> attachments,
        boolean menu,
        String order,
        String when,
        String at,
        boolean corrected) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final Pattern FILE = Pattern.compile("[a-z0-9]+([-_.][a-z0-9]+)*\\.[a-z0-9]+");
    private static final int LONGEST = 200_000;

    /** An empty form. */
    static ArticleForm blank() {
        return new ArticleForm(0, "", "", "", "", "", List.of(), false, "0", "draft", "", false);
    }

    /** The form of what is stored. */
    static ArticleForm of(Edition edition, ZoneId zone, Instant now) {
        return of(edition.article(), edition.version(), zone, now);
    }

    static ArticleForm of(Article article, int version, ZoneId zone, Instant now) {
        Instant published = article.published();
        return new ArticleForm(
                version,
                article.slug(),
                article.title(),
                article.summary(),
                article.body(),
                article.image() == null ? "" : article.image(),
                article.attachments(),
                article.menu(),
                String.valueOf(article.order()),
                published == null ? "draft" : article.visible(now) ? "now" : "at",
                published == null ? "" : LOCAL.format(published.atZone(zone)),
                false);
    }

    /** A legal page as it is made from the tenant's parameters, to be written further. */
    static ArticleForm of(LegalText text, String slug) {
        return new ArticleForm(
                0, slug, text.title(), text.summary(), text.markdown(), "", List.of(), false, "0", "now", "", false);
    }

    /** An empty text in another language with the same pictures and files, in the same place. */
    ArticleForm translated() {
        return new ArticleForm(0, slug, "", "", "", image, attachments, menu, order, "draft", "", false);
    }

    static ArticleForm of(HttpServletRequest request) {
        return new ArticleForm(
                number(text(request, "version")),
                text(request, "slug").strip(),
                line(text(request, "title")),
                line(text(request, "summary")),
                lines(text(request, "body")),
                name(text(request, "image")),
                attachments(request),
                "true".equals(text(request, "menu")),
                text(request, "order").strip(),
                text(request, "when"),
                text(request, "at").strip(),
                "true".equals(text(request, "corrected")));
    }

    private static List<Attached> attachments(HttpServletRequest request) {
        String[] files = request.getParameterValues("file");
        String[] titles = request.getParameterValues("fileTitle");
        String[] dropped = request.getParameterValues("drop");
        Set<String> gone = dropped == null ? Set.of() : Set.copyOf(List.of(dropped));
        List<Attached> kept = new ArrayList<>();
        for (int i = 0; files != null && titles != null && i < Math.min(files.length, titles.length); i++) {
            String name = name(files[i]);
            boolean known = kept.stream().anyMatch(attached -> attached.file().equals(name));
            if (!name.isEmpty() && !known && !gone.contains(name)) {
                String title = line(titles[i]);
                kept.add(new Attached(files[i], title.isEmpty() ? files[i] : title));
            }
        }
        return List.copyOf(kept);
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static String name(String text) {
        return FILE.matcher(text).matches() ? text : "";
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\uFEFF\\s]+", " ").strip();
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}\\uFEFF&&[^\\n\\t]]", "")
                .stripTrailing();
    }

    /** The same with files that have no title yet called by what they are. */
    ArticleForm calling(UnaryOperator<String> description) {
        List<Attached> called = attachments.stream()
                .map(file -> file.title().equals(file.file())
                        ? new Attached(file.file(), description.apply(file.file()))
                        : file)
                .toList();
        return new ArticleForm(version, slug, title, summary, body, image, called, menu, order, when, at, corrected);
    }

    /** The same with another text. */
    ArticleForm withBody(String text) {
        return new ArticleForm(
                version, slug, title, summary, text, image, attachments, menu, order, when, at, corrected);
    }

    ArticleForm withImage(String name) {
        return new ArticleForm(
                version, slug, title, summary, body, name, attachments, menu, order, when, at, corrected);
    }

    ArticleForm withAttached(Attached file) {
        List<Attached> more = new ArrayList<>(attachments);
        more.removeIf(attached -> attached.file().equals(file.file()));
        more.add(file);
        return new ArticleForm(
                version, slug, title, summary, body, image, List.copyOf(more), menu, order, when, at, corrected);
    }

    /** The same, based on another version. */
    ArticleForm basedOn(int stored) {
        return new ArticleForm(
                stored, slug, title, summary, body, image, attachments, menu, order, when, at, corrected);
    }

    /** The lines in which what was typed differs from an article. */
    public List<Changes.Line> changesTo(Article article) {
        List<String> typed = new ArrayList<>(List.of(title, summary, ""));
        typed.addAll(body.lines().toList());
        return Changes.between(typed, Changes.lines(article));
    }

    /** What has to be corrected before it can be stored, by field. */
    Map<String, String> errors(ArticleKind kind, View view) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (title.isEmpty()) {
            errors.put("title", view.msg("content.edit.error.title"));
        } else if (title.length() > 160) {
            errors.put("title", view.msg("content.edit.error.titleLong"));
        }
        if (summary.length() > 400) {
            errors.put("summary", view.msg("content.edit.error.summaryLong"));
        }
        if (body.length() > LONGEST) {
            errors.put("body", view.msg("content.edit.error.bodyLong"));
        } else if (body.isEmpty() && !when.equals("draft")) {
            errors.put("body", view.msg("content.edit.error.body"));
        }
        if (kind == ArticleKind.PAGE && !order.matches("-?[0-9]{1,5}")) {
            errors.put("order", view.msg("content.edit.error.order"));
        }
        if (when.equals("at") && time(view.site().zone()) == null) {
            errors.put("at", view.msg("content.edit.error.at"));
        }
        return errors;
    }

    /** The article that it describes; only without errors. */
    Article article(ArticleId id, @Nullable Article before, ZoneId zone, Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        boolean read = before != null && before.visible(now);
        boolean page = id.kind() == ArticleKind.PAGE;
        return new Article(
                id.kind(),
                id.slug(),
                id.locale(),
                title,
                summary,
                body,
                page && menu,
                page && order.matches("-?[0-9]{1,5}") ? Integer.parseInt(order) : 0,
                published(before, zone, now),
                read && corrected ? now : before == null ? null : before.updated(),
                image.isEmpty() ? null : image,
                attachments);
    }

    private @Nullable Instant published(@Nullable Article before, ZoneId zone, Instant now) {
        Instant stored = before == null ? null : before.published();
        return switch (when) {
            case "now" -> stored != null && !stored.isAfter(now) ? stored : now;
            case "at" -> stored != null && LOCAL.format(stored.atZone(zone)).equals(at) ? stored : time(zone);
            default -> null;
        };
    }

    private @Nullable Instant time(ZoneId zone) {
        try {
            return LocalDateTime.parse(at.length() > 16 ? at.substring(0, 16) : at, LOCAL)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeParseException exception) {
            return null;
        }
    }
}
