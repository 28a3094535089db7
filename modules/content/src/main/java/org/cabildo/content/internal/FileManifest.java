// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.cabildo.content.internal.jooq.Tables.FILE;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.quotedName;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cabildo.content.FileLibrary;
import org.cabildo.content.internal.jooq.tables.records.FileRecord;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.Uploads;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestPart;
import org.cabildo.platform.manifest.ManifestRefused;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Pictures and documents of a tenant's manifest. What is published has been encoded again; the bytes of the manifest are
 * kept beside it, so that they are written out as they came in.
 */
@Component
@Order(0)
class FileManifest implements ManifestPart {

    private static final String FOLDER = "content/files/";
    private static final String DESCRIPTIONS = "content/files.yaml";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-_.][a-z0-9]+)*\\.[a-z0-9]+");

    private final DSLContext dsl;
    private final Uploads uploads;
    private final FileStore store;
    private final FileLibrary files;
    private final Audit audit;
    private final Clock clock;

    FileManifest(DSLContext dsl, Uploads uploads, FileStore store, FileLibrary files, Audit audit, Clock clock) {
        this.dsl = dsl;
        this.uploads = uploads;
        this.store = store;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<String> owns() {
        return List.of(FOLDER, DESCRIPTIONS);
    }

    @Override
    public void apply(TenantId tenant, Folder folder, Actor actor) {
        Map<String, Object> descriptions = folder.text(DESCRIPTIONS)
                .map(text -> CanonicalYaml.read(DESCRIPTIONS, text))
                .orElse(Map.of());
        Map<String, FileRecord> stored = new LinkedHashMap<>();
        rows(tenant).forEach(row -> stored.put(row.getName(), row));
        List<String> problems = new ArrayList<>();
        folder.below(FOLDER).forEach((path, bytes) -> {
            String name = path.substring(FOLDER.length());
            String description = String.valueOf(descriptions.getOrDefault(name, ""));
            try {
                keep(tenant, name, bytes, description, stored.remove(name), actor);
            } catch (FileRefused refused) {
                problems.add(path + ": the file is refused: " + refused.reason());
            } catch (IllegalArgumentException invalid) {
                problems.add(path + ": " + invalid.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        stored.values().forEach(row -> drop(tenant, row, actor));
    }

    private void keep(
            TenantId tenant, String name, byte[] bytes, String description, @Nullable FileRecord before, Actor actor) {
        if (!NAME.matcher(name).matches() || name.length() > 120) {
            throw new IllegalArgumentException("names are small letters, digits and hyphens with an extension");
        }
        String hash = sha256(bytes);
        if (before != null && before.getSha256().equals(hash)) {
            files.describe(tenant, name, description, actor);
            return;
        }
        FileRecord row = dsl.newRecord(FILE);
        IncomingFile incoming = new IncomingFile(name, null, () -> new ByteArrayInputStream(bytes));
        try (CheckedFile checked = uploads.check(incoming, StoredFiles.purpose(name, null))) {
            FileKey key = checked.store(store, tenant, StoredFiles.AREA);
            StoredFiles.fill(row, checked, key, clock.instant());
            if (!checked.sha256().equals(hash)) {
                FileKey source = FileKey.fresh(StoredFiles.AREA + "-source", checked.type());
                store.put(tenant, source, new ByteArrayInputStream(bytes), bytes.length);
                row.setSourceKey(source.value());
            }
        }
        row.setTenantId(tenant.value());
        row.setName(name);
        row.setSha256(hash);
        row.setBytes((long) bytes.length);
        row.setDescription(description);
        if (before != null) {
            dsl.deleteFrom(FILE)
                    .where(Owned.by(tenant, FILE))
                    .and(FILE.NAME.eq(name))
                    .execute();
            forget(tenant, before);
        }
        dsl.insertInto(FILE).set(row).execute();
        audit.record(tenant, actor, "pages.file-added", "file", name, null, Map.of("bytes", bytes.length));
    }

    private void drop(TenantId tenant, FileRecord row, Actor actor) {
        dsl.deleteFrom(FILE)
                .where(Owned.by(tenant, FILE))
                .and(FILE.NAME.eq(row.getName()))
                .execute();
        audit.record(tenant, actor, "pages.file-removed", "file", row.getName(), Map.of("bytes", row.getBytes()), null);
        forget(tenant, row);
    }

    private void forget(TenantId tenant, FileRecord row) {
        List<FileKey> keys = StoredFiles.keys(row);
        AfterCommit.run(() -> keys.forEach(key -> store.delete(tenant, key)));
    }

    @Override
    public void export(TenantId tenant, Folder folder) {
        Map<String, Object> descriptions = new LinkedHashMap<>();
        for (FileRecord row : rows(tenant)) {
            String key = row.getSourceKey() == null ? row.getFileKey() : row.getSourceKey();
            store.open(tenant, new FileKey(key)).ifPresent(file -> {
                try (InputStream in = file.open()) {
                    folder.put(FOLDER + row.getName(), in.readAllBytes());
                } catch (IOException exception) {
                    throw new UncheckedIOException(exception);
                }
            });
            if (!row.getDescription().isEmpty()) {
                descriptions.put(row.getName(), row.getDescription());
            }
        }
        if (!descriptions.isEmpty()) {
            folder.put(DESCRIPTIONS, CanonicalYaml.write(descriptions));
        }
    }

    private List<FileRecord> rows(TenantId tenant) {
        return dsl.selectFrom(FILE)
                .where(Owned.by(tenant, FILE))
                .orderBy(FILE.NAME.collate(collation(quotedName("C"))))
                .fetch();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
