// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import static org.cabildo.tenancy.internal.jooq.Tables.THEME_ASSET;
import static org.cabildo.tenancy.internal.jooq.Tables.THEME_VERSION;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestPart;
import org.cabildo.platform.manifest.ManifestRefused;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The theme of a manifest: {@code theme/tokens.json} and the pictures beside it. Applying one publishes a version. */
@Component
class ThemeManifest implements ManifestPart {

    private static final String TOKENS = "theme/tokens.json";
    private static final Pattern PICTURE =
            Pattern.compile("theme/(logo|mark|favicon|hero|preview)\\.(svg|png|jpg|webp)");

    private final DSLContext dsl;
    private final ThemeSchema schema;
    private final ThemeRows rows;

    ThemeManifest(DSLContext dsl, ThemeSchema schema, ThemeRows rows) {
        this.dsl = dsl;
        this.schema = schema;
        this.rows = rows;
    }

    @Override
    public List<String> owns() {
        return List.of("theme/");
    }

    @Override
    public void apply(TenantId tenant, Folder folder, Actor actor) {
        Folder stored = new Folder();
        export(tenant, stored);
        if (same(stored.below("theme/"), folder.below("theme/"))) {
            return;
        }
        String tokens = folder.text(TOKENS)
                .orElseThrow(() -> new ManifestRefused(List.of(TOKENS + ": the file is missing from the folder")));
        check(tokens);
        publish(tenant, tokens, folder, actor);
    }

    private void check(String tokens) {
        schema.check(TOKENS, tokens);
        List<String> failing = new ThemeTokens(tokens)
                .pairs().stream()
                        .filter(pair -> !pair.passes())
                        .map(pair -> String.format(
                                Locale.ROOT,
                                "%s: %s on %s has a contrast of %.2f and needs %.1f (WCAG 2.2, 1.4.3)",
                                TOKENS,
                                pair.foreground(),
                                pair.background(),
                                pair.ratio(),
                                pair.needed()))
                        .toList();
        if (!failing.isEmpty()) {
            throw new ManifestRefused(failing);
        }
    }

    private void publish(TenantId tenant, String tokens, Folder folder, Actor actor) {
        UUID theme = rows.publish(tenant, tokens, actor, "manifest", null).getId();
        List<String> unknown = new ArrayList<>();
        folder.below("theme/").forEach((path, content) -> {
            Matcher picture = PICTURE.matcher(path);
            if (picture.matches()) {
                rows.putPicture(tenant, theme, new ThemePicture(picture.group(1), picture.group(2), content));
            } else if (!path.equals(TOKENS)) {
                unknown.add(path + ": a theme has tokens.json and pictures named logo, mark, favicon, hero, preview");
            }
        });
        if (!unknown.isEmpty()) {
            throw new ManifestRefused(unknown);
        }
    }

    @Override
    public void export(TenantId tenant, Folder folder) {
        Optional<org.cabildo.tenancy.internal.jooq.tables.records.ThemeVersionRecord> published = dsl.selectFrom(
                        THEME_VERSION)
                .where(Owned.by(tenant, THEME_VERSION))
                .and(THEME_VERSION.STATUS.eq("published"))
                .fetchOptional();
        published.ifPresent(theme -> {
            folder.put(TOKENS, theme.getTokens().getBytes(StandardCharsets.UTF_8));
            dsl.selectFrom(THEME_ASSET)
                    .where(Owned.by(tenant, THEME_ASSET))
                    .and(THEME_ASSET.THEME_ID.eq(theme.getId()))
                    .forEach(file ->
                            folder.put("theme/" + file.getRole() + "." + file.getExtension(), file.getContent()));
        });
    }

    private static boolean same(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch((Map.Entry<String, byte[]> file) ->
                                Arrays.equals(file.getValue(), other.get(file.getKey())));
    }
}
