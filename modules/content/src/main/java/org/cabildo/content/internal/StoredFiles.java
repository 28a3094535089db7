// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.cabildo.content.internal.jooq.Tables.ARTICLE;
import static org.cabildo.content.internal.jooq.Tables.FILE;
import static org.cabildo.content.internal.jooq.Tables.FILE_USE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cabildo.content.ArticleId;
import org.cabildo.content.FileLibrary;
import org.cabildo.content.internal.jooq.tables.records.FileRecord;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.FileType;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.StoredFile;
import org.cabildo.platform.files.Uploads;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

@UseCase
class StoredFiles implements FileLibrary {

    static final String AREA = "content";

    private final DSLContext dsl;
    private final Uploads uploads;
    private final FileStore store;
    private final Sites sites;
    private final Audit audit;
    private final Clock clock;

    StoredFiles(DSLContext dsl, Uploads uploads, FileStore store, Sites sites, Audit audit, Clock clock) {
        this.dsl = dsl;
        this.uploads = uploads;
        this.store = store;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Item add(Site site, IncomingFile file, String description, Actor actor) {
        TenantId tenant = site.requireTenant();
        try (CheckedFile checked = uploads.check(file, purpose(file.name(), file.declaredType()))) {
            makeRoom(site, checked.length());
            FileRecord row = dsl.newRecord(FILE);
            row.setTenantId(tenant.value());
            row.setName(free(tenant, checked.name()));
            fill(row, checked, checked.store(store, tenant, AREA), clock.instant());
            row.setSha256(checked.sha256());
            row.setBytes(checked.length());
            row.setDescription(description);
            Item item = item(dsl.insertInto(FILE).set(row).returning().fetchSingle());
            audit.record(tenant, actor, "pages.file-added", "file", item.name(), null, about(item));
            return item;
        }
    }

    /** What a checked file is, for its row. */
    static void fill(FileRecord row, CheckedFile checked, FileKey key, Instant at) {
        row.setFileKey(key.value());
        row.setWidth(checked.width());
        row.setHeight(checked.height());
        row.setWidths(
                String.join(",", checked.widths().stream().map(String::valueOf).toList()));
        row.setUploadedAt(at);
    }

    static FilePurpose purpose(String name, @Nullable String declared) {
        boolean picture = FileType.ofExtension(name.substring(name.lastIndexOf('.') + 1))
                .map(FileType::raster)
                .orElse(declared != null && declared.startsWith("image/"));
        return picture ? FilePurpose.IMAGE : FilePurpose.DOCUMENT;
    }

    private void makeRoom(Site site, long bytes) {
        Integer megabytes = site.quotas().get("storageMb");
        if (megabytes == null) {
            return;
        }
        BigDecimal used = dsl.select(sum(FILE.BYTES))
                .from(FILE)
                .where(Owned.by(site.requireTenant(), FILE))
                .fetchSingle()
                .value1();
        if ((used == null ? 0 : used.longValue()) + bytes > megabytes * 1_048_576L) {
            throw new LibraryFull();
        }
    }

    private String free(TenantId tenant, String sent) {
        int dot = sent.lastIndexOf('.');
        String stem = Normalizer.normalize(sent.substring(0, dot), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        stem = stem.isEmpty()
                ? "archivo"
                : stem.substring(0, Math.min(80, stem.length())).replaceAll("-$", "");
        String extension = sent.substring(dot);
        String name = stem + extension;
        for (int i = 2; find(tenant, name).isPresent(); i++) {
            name = stem + "-" + i + extension;
        }
        return name;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Item> find(TenantId tenant, String name) {
        return dsl.selectFrom(FILE).where(is(tenant, name)).fetchOptional(StoredFiles::item);
    }

    @Override
    @Transactional(readOnly = true)
    public Listing list(TenantId tenant, String words, @Nullable Item after, int size) {
        String pattern = "%" + words.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
        List<Item> found = new ArrayList<>(dsl.selectFrom(FILE)
                .where(Owned.by(tenant, FILE))
                .and(
                        words.isBlank()
                                ? noCondition()
                                : condition(
                                        "unaccent(lower({0} || ' ' || {1})) like unaccent(lower({2}))",
                                        FILE.NAME, FILE.DESCRIPTION, val(pattern)))
                .and(
                        after == null
                                ? noCondition()
                                : row(FILE.UPLOADED_AT, FILE.NAME).lt(after.uploaded(), after.name()))
                .orderBy(FILE.UPLOADED_AT.desc(), FILE.NAME.desc())
                .limit(size + 1)
                .fetch(StoredFiles::item));
        boolean more = found.size() > size;
        if (more) {
            found.removeLast();
        }
        return new Listing(List.copyOf(found), more);
    }

    @Override
    public void describe(TenantId tenant, String name, String description, Actor actor) {
        Item before = find(tenant, name).orElse(null);
        if (before == null || before.description().equals(description)) {
            return;
        }
        dsl.update(FILE)
                .set(FILE.DESCRIPTION, description)
                .where(is(tenant, name))
                .execute();
        audit.record(
                tenant,
                actor,
                "pages.file-described",
                "file",
                name,
                Map.of("description", before.description()),
                Map.of("description", description));
        sites.touch(tenant);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ArticleId> uses(TenantId tenant, String name) {
        return dsl.selectFrom(FILE_USE)
                .where(Owned.by(tenant, FILE_USE))
                .and(FILE_USE.NAME.eq(name))
                .orderBy(FILE_USE.KIND, FILE_USE.SLUG, FILE_USE.LOCALE)
                .fetch(use -> new ArticleId(
                        ArticleRows.kind(use.getKind()), use.getSlug(), Locale.forLanguageTag(use.getLocale())));
    }

    @Override
    public boolean remove(TenantId tenant, String name, Actor actor) {
        FileRecord row =
                dsl.selectFrom(FILE).where(is(tenant, name)).forUpdate().fetchOne();
        if (row == null || !uses(tenant, name).isEmpty()) {
            return false;
        }
        dsl.deleteFrom(FILE).where(is(tenant, name)).execute();
        audit.record(tenant, actor, "pages.file-removed", "file", name, about(item(row)), null);
        AfterCommit.run(() -> keys(row).forEach(key -> store.delete(tenant, key)));
        return true;
    }

    /** Every key under which bytes of a file are kept. */
    static List<FileKey> keys(FileRecord row) {
        List<FileKey> keys = new ArrayList<>();
        FileKey key = new FileKey(row.getFileKey());
        keys.add(key);
        widths(row.getWidths()).forEach(width -> keys.add(key.variant("w" + width)));
        if (row.getSourceKey() != null) {
            keys.add(new FileKey(row.getSourceKey()));
        }
        return keys;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredFile> open(TenantId tenant, String name, boolean insider, int width) {
        return dsl.selectFrom(FILE)
                .where(is(tenant, name))
                .fetchOptional()
                .filter(row -> insider || published(tenant, name))
                .map(row -> sized(row, width))
                .flatMap(key -> store.open(tenant, key));
    }

    private static FileKey sized(FileRecord row, int width) {
        FileKey key = new FileKey(row.getFileKey());
        return width <= 0
                ? key
                : widths(row.getWidths()).tailSet(width).stream()
                        .findFirst()
                        .map(kept -> key.variant("w" + kept))
                        .orElse(key);
    }

    private boolean published(TenantId tenant, String name) {
        return dsl.fetchExists(dsl.selectOne()
                .from(FILE_USE)
                .join(ARTICLE)
                .on(Owned.by(tenant, ARTICLE)
                        .and(ARTICLE.KIND.eq(FILE_USE.KIND))
                        .and(ARTICLE.SLUG.eq(FILE_USE.SLUG))
                        .and(ARTICLE.LOCALE.eq(FILE_USE.LOCALE)))
                .where(Owned.by(tenant, FILE_USE))
                .and(FILE_USE.NAME.eq(name))
                .and(ARTICLE.PUBLISHED_AT.le(clock.instant()))
                .and(ARTICLE.REMOVED_AT.isNull()));
    }

    private static Condition is(TenantId tenant, String name) {
        return Owned.by(tenant, FILE).and(FILE.NAME.eq(name));
    }

    private static Map<String, Object> about(Item item) {
        return Map.of("description", item.description(), "bytes", item.bytes());
    }

    private static SortedSet<Integer> widths(String text) {
        SortedSet<Integer> widths = new TreeSet<>();
        for (String width : text.split(",")) {
            if (!width.isEmpty()) {
                widths.add(Integer.valueOf(width));
            }
        }
        return widths;
    }

    private static Item item(FileRecord row) {
        return new Item(
                row.getName(),
                row.getDescription(),
                row.getBytes(),
                row.getWidth(),
                row.getHeight(),
                widths(row.getWidths()),
                row.getUploadedAt());
    }
}
