// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleKind;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestPart;
import org.cabildo.platform.manifest.ManifestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages and news of a tenant's manifest. */
@Component
class ContentManifest implements ManifestPart {

    private final ArticleRows rows;
    private final Announcements announcements;
    private final Sites sites;
    private final Audit audit;

    ContentManifest(ArticleRows rows, Announcements announcements, Sites sites, Audit audit) {
        this.rows = rows;
        this.announcements = announcements;
        this.sites = sites;
        this.audit = audit;
    }

    @Override
    public List<String> owns() {
        return List.of("content/pages/", "content/news/");
    }

    @Override
    public void apply(TenantId tenant, Folder folder, Actor actor) {
        Map<String, Article> wanted = read(folder);
        Map<String, Article> stored = new TreeMap<>();
        rows.all(tenant).forEach(article -> stored.put(ArticleFile.path(article), article));
        wanted.forEach((path, article) -> {
            Article before = stored.remove(path);
            if (!article.equals(before)) {
                String change = before == null ? "created" : "changed";
                rows.put(tenant, article, change, actor);
                record(tenant, actor, article.kind(), change, path, before, article);
                announcements.search(tenant, before, article);
            }
        });
        stored.forEach((path, article) -> {
            rows.bin(tenant, article.id(), actor);
            record(tenant, actor, article.kind(), "removed", path, article, null);
            announcements.search(tenant, article, null);
        });
    }

    private Map<String, Article> read(Folder folder) {
        Map<String, Article> articles = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (String prefix : owns()) {
            folder.below(prefix).forEach((path, bytes) -> {
                try {
                    articles.put(path, ArticleFile.read(path, new String(bytes, StandardCharsets.UTF_8)));
                } catch (ManifestRefused refused) {
                    problems.addAll(refused.problems());
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        return articles;
    }

    private void record(
            TenantId tenant,
            Actor actor,
            ArticleKind kind,
            String change,
            String path,
            @Nullable Article before,
            @Nullable Article after) {
        String id = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
        audit.record(tenant, actor, kind.module() + "." + change, kind.code(), id, before, after);
    }

    @Override
    public void export(TenantId tenant, Folder folder) {
        var zone = sites.byTenant(tenant).orElseThrow().zone();
        rows.all(tenant).forEach(article -> folder.put(ArticleFile.path(article), ArticleFile.write(article, zone)));
    }
}
