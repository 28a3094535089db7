// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.Uploads;
import org.cabildo.platform.imports.ImportField;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportKind;
import org.cabildo.platform.imports.ImportMapping;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.ImportRefused;
import org.cabildo.platform.imports.ImportState;
import org.cabildo.platform.imports.Imports;
import org.cabildo.platform.tabular.DecimalStyle;
import org.cabildo.platform.tabular.TableReader;
import org.cabildo.platform.tabular.TableSample;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class StoredImports implements Imports {

    static final String AREA = "imports";
    private static final int SAMPLE = 20;

    private final ImportRows rows;
    private final List<ImportKind<?>> kinds;
    private final Uploads uploads;
    private final FileStore files;
    private final Leftovers leftovers;
    private final ImportWork work;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StoredImports(
            ImportRows rows,
            ObjectProvider<ImportKind<?>> kinds,
            Uploads uploads,
            FileStore files,
            Leftovers leftovers,
            ImportWork work,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.kinds = kinds.orderedStream().toList();
        this.uploads = uploads;
        this.files = files;
        this.leftovers = leftovers;
        this.work = work;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<ImportKind<?>> kind(String key) {
        return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst().map(Function.identity());
    }

    @Override
    public ImportJob upload(TenantId tenant, String kind, IncomingFile file, Actor actor) {
        List<ImportField> fields = kind(kind).orElseThrow().fields();
        try (CheckedFile checked = uploads.check(file, FilePurpose.TABLE)) {
            Begun begun = begin(checked, fields);
            FileKey key = checked.store(files, tenant, AREA);
            NewImport added =
                    new NewImport(kind, checked.name(), checked.length(), key, begun.sample(), begun.mapping());
            return as(tenant, () -> rows.add(tenant, added, actor, clock.instant()));
        }
    }

    private record Begun(TableSample sample, ImportMapping mapping) {}

    /** Looks at the beginning of a table. */
    private static Begun begin(CheckedFile file, List<ImportField> fields) {
        try {
            Path copy = Files.createTempFile("cabildo-import", "");
            try {
                try (InputStream in = file.open()) {
                    Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                try (TableReader table = TableReader.open(copy, file.type())) {
                    TableSample sample = table.sample(SAMPLE);
                    if (sample.columns().isEmpty() || sample.rows().isEmpty()) {
                        throw new ImportRefused("platform.imports.refused.empty");
                    }
                    ImportMapping guess = ImportMapping.guess(fields, sample.columns(), DecimalStyle.POINT);
                    return new Begun(
                            sample, new ImportMapping(guess.columns(), decimals(table, fields, guess), Map.of()));
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static DecimalStyle decimals(TableReader table, List<ImportField> fields, ImportMapping mapping) {
        return fields.stream()
                .filter(field -> field.type() == ImportField.Type.NUMBER)
                .flatMap(field -> mapping.columnsOf(field.key()).stream())
                .findFirst()
                .map(table::decimals)
                .orElseGet(() -> table.decimals(table.columns().getFirst()));
    }

    @Override
    public Optional<ImportJob> find(TenantId tenant, String kind, UUID id) {
        return as(tenant, () -> rows.find(tenant, id)).filter(job -> job.kind().equals(kind));
    }

    @Override
    public List<ImportJob> list(TenantId tenant, String kind, @Nullable UUID olderThan, int atMost) {
        return as(tenant, () -> rows.list(tenant, kind, olderThan, atMost));
    }

    @Override
    public boolean map(TenantId tenant, UUID id, ImportMapping mapping) {
        return as(tenant, () -> {
            Optional<ImportJob> job = rows.lock(tenant, id)
                    .filter(one -> one.state() == ImportState.UPLOADED || one.state() == ImportState.CHECKED);
            job.ifPresent(one -> {
                kind(one.kind()).orElseThrow().discard(tenant, id);
                rows.map(tenant, id, mapping, clock.instant());
            });
            return job.isPresent();
        });
    }

    @Override
    public boolean check(TenantId tenant, UUID id) {
        return as(tenant, () -> {
            Optional<ImportJob> job = rows.lock(tenant, id)
                    .filter(one -> one.state() == ImportState.UPLOADED)
                    .filter(one -> one.mapping()
                            .missing(kind(one.kind()).orElseThrow().fields())
                            .isEmpty());
            job.ifPresent(one -> rows.start(tenant, id, ImportState.CHECKING, false, clock.instant()));
            return job.isPresent();
        });
    }

    @Override
    public boolean load(TenantId tenant, UUID id, boolean skipBad, Actor actor) {
        return as(tenant, () -> {
            Optional<ImportJob> job = rows.lock(tenant, id)
                    .filter(one -> one.state() == ImportState.CHECKED)
                    .filter(one ->
                            one.rows().good() > 0 && (skipBad || one.rows().bad() == 0));
            job.ifPresent(one -> {
                rows.actor(tenant, id, actor);
                rows.start(tenant, id, ImportState.RUNNING, skipBad, clock.instant());
            });
            return job.isPresent();
        });
    }

    @Override
    public boolean cancel(TenantId tenant, UUID id, Actor actor) {
        Optional<ImportJob> cancelled = as(tenant, () -> {
            Optional<ImportJob> job =
                    rows.lock(tenant, id).filter(one -> !one.state().over());
            job.ifPresent(one -> {
                ImportKind<?> kind = kind(one.kind()).orElseThrow();
                rows.cancel(tenant, id, clock.instant());
                kind.discard(tenant, id);
                audit.record(
                        tenant,
                        actor,
                        kind.module() + ".importCancelled",
                        "import",
                        id.toString(),
                        null,
                        Map.of("kind", one.kind(), "name", one.fileName()));
            });
            return job;
        });
        if (cancelled.isPresent()) {
            TenantContext.run(tenant, () -> leftovers.sweep(tenant));
        }
        return cancelled.isPresent();
    }

    @Override
    public List<ImportProblem> problems(TenantId tenant, UUID id, int after, int atMost) {
        return as(tenant, () -> rows.problems(tenant, id, after, atMost));
    }

    @Override
    public void work() {
        work.drain(() -> false);
    }

    private <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.get(tenant, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
