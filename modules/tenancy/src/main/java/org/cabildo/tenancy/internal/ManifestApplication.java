// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import static org.cabildo.tenancy.internal.jooq.Tables.TENANT;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestPart;
import org.cabildo.platform.manifest.ManifestRefused;
import org.cabildo.tenancy.Manifests;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Applies, exports and compares manifests: the registry's part here, every module's part through its bean. */
@Component
class ManifestApplication implements Manifests {

    static final String FILE = "tenant.yaml";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext dsl;
    private final TransactionTemplate transactions;
    private final List<ManifestPart> parts;
    private final ManifestSchema schema;
    private final SiteDirectory directory;
    private final Audit audit;
    private final Clock clock;

    ManifestApplication(
            DSLContext dsl,
            TransactionTemplate transactions,
            List<ManifestPart> parts,
            ManifestSchema schema,
            SiteDirectory directory,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.transactions = transactions;
        this.parts = parts;
        this.schema = schema;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Change> apply(Folder folder, Actor actor) {
        Map<String, Object> document = document(folder);
        String slug = (String) document.get("slug");
        List<Change> changes = diff(folder);
        if (changes.isEmpty()) {
            return changes;
        }
        // One transaction for the registry and all parts: the tenant may only get its number inside it.
        transactions.executeWithoutResult(status -> {
            TenantId tenant = store(slug, document);
            dsl.execute("select platform.enter_tenant({0})", org.jooq.impl.DSL.val(tenant.value()));
            parts.forEach(part -> part.apply(tenant, folder, actor));
            audit.record(
                    tenant,
                    actor,
                    "tenancy.manifest-applied",
                    "tenant",
                    slug,
                    null,
                    changes.stream()
                            .map(change -> change.kind() + " " + change.file())
                            .toList());
            directory.refreshAfterCommit();
        });
        return changes;
    }

    private Map<String, Object> document(Folder folder) {
        String text = folder.text(FILE)
                .orElseThrow(() -> new ManifestRefused(List.of(FILE + ": the file is missing from the folder")));
        Map<String, Object> document = CanonicalYaml.read(FILE, text);
        schema.check(FILE, document);
        return document;
    }

    private TenantId store(String slug, Map<String, Object> document) {
        return new TenantId(dsl.insertInto(TENANT)
                .set(TENANT.SLUG, slug)
                .set(TENANT.KIND, (String) document.get("kind"))
                .set(TENANT.STATUS, (String) document.get("status"))
                .set(TENANT.NAME, (String) document.get("name"))
                .set(TENANT.PROFILE, JSON.json(MAPPER.writeValueAsString(document)))
                .set(TENANT.CREATED_AT, clock.instant())
                .onConflict(TENANT.SLUG)
                .doUpdate()
                .set(TENANT.STATUS, (String) document.get("status"))
                .set(TENANT.NAME, (String) document.get("name"))
                .set(TENANT.PROFILE, JSON.json(MAPPER.writeValueAsString(document)))
                .set(TENANT.VERSION, org.jooq.impl.DSL.field("nextval('tenancy.site_version')", Long.class))
                .returning(TENANT.ID)
                .fetchSingle()
                .getId());
    }

    @Override
    public Folder export(String slug) {
        Folder folder = new Folder();
        dsl.selectFrom(TENANT).where(TENANT.SLUG.eq(slug)).fetchOptional().ifPresent(row -> {
            folder.put(
                    FILE,
                    CanonicalYaml.write(ProfileDocument.map(row.getProfile().data())));
            TenantId tenant = new TenantId(row.getId());
            TenantContext.run(
                    tenant,
                    () -> transactions.executeWithoutResult(
                            status -> parts.forEach(part -> part.export(tenant, folder))));
        });
        return folder;
    }

    @Override
    public List<Change> diff(Folder folder) {
        String slug = (String) document(folder).get("slug");
        SortedMap<String, byte[]> stored = export(slug).all();
        SortedMap<String, byte[]> wanted = folder.all();
        List<Change> changes = new ArrayList<>();
        TreeSet<String> files = new TreeSet<>(wanted.keySet());
        files.addAll(stored.keySet());
        for (String file : files) {
            change(slug, file, stored.get(file), wanted.get(file)).ifPresent(changes::add);
        }
        return changes;
    }

    private Optional<Change> change(String slug, String file, byte[] before, byte[] after) {
        if (Arrays.equals(before, after) || !owned(file)) {
            return Optional.empty();
        }
        String kind = before == null ? "added" : after == null ? "removed" : "changed";
        return Optional.of(new Change(slug, file, kind, lines(file, before, after)));
    }

    private boolean owned(String file) {
        return file.equals(FILE)
                || parts.stream().flatMap(part -> part.owns().stream()).anyMatch(file::startsWith);
    }

    private static List<String> lines(String file, byte[] before, byte[] after) {
        if (!file.matches(".*\\.(yaml|json|md)")) {
            return List.of();
        }
        List<String> old = split(before);
        return UnifiedDiffUtils.generateUnifiedDiff(file, file, old, DiffUtils.diff(old, split(after)), 2);
    }

    private static List<String> split(byte[] text) {
        return text == null || text.length == 0
                ? List.of()
                : List.of(new String(text, StandardCharsets.UTF_8).split("\n"));
    }
}
