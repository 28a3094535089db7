// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import cabildo.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.FixedSites;
import org.cabildo.platform.MovableClock;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.DataFixture;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.FilesFixture;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportKind;
import org.cabildo.platform.imports.ImportProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;

/** Imports of harvests in a database of their own, worked on when a test says so. */
final class ImportFixture implements AutoCloseable {

    static final Actor RITA =
            new Actor(UUID.randomUUID(), "Rita", "rita@example.org", Set.of("editor"), Set.of(), false);

    final TestDatabase database;
    final DataFixture data;
    final MovableClock clock = new MovableClock();
    final FixedSites sites = new FixedSites();
    final Crops crops;
    final FileStore files;
    final StoredImports imports;
    private final ImportRows rows;
    private final ImportClaims claims;
    private final Leftovers leftovers;

    ImportFixture(TestDatabase database, Path directory) {
        this.database = database;
        data = new DataFixture(database);
        crops = new Crops(data.dsl());
        files = FilesFixture.store(directory);
        ImportDocuments documents = new ImportDocuments();
        rows = new ImportRows(data.dsl(), documents);
        claims = new ImportClaims(data.dsl(), documents);
        leftovers = new Leftovers(rows, files, data.transactions());
        imports = new StoredImports(
                rows,
                kinds(),
                FilesFixture.uploads(directory),
                files,
                leftovers,
                replica(),
                data.audit(clock),
                data.transactions(),
                clock);
        sites.modules(Set.of("harvest"));
    }

    @SuppressWarnings("unchecked")
    private ObjectProvider<ImportKind<?>> kinds() {
        return (ObjectProvider<ImportKind<?>>) (ObjectProvider<?>) new StaticListableBeanFactory(Map.of("crops", crops))
                .getBeanProvider(ResolvableType.forClass(Crops.class));
    }

    /** A process that works on imports; each call makes another one. */
    ImportWork replica() {
        return new ImportWork(
                claims,
                new ImportCheck(claims, rows, files, data.transactions(), clock),
                new ImportLoad(claims, data.audit(clock), data.transactions().getTransactionManager(), clock),
                kinds(),
                leftovers,
                sites,
                data.transactions(),
                clock);
    }

    void work() {
        replica().drain(() -> false);
    }

    ImportJob upload(TenantId tenant, String name, byte[] content) {
        return imports.upload(
                tenant, "crops", new IncomingFile(name, null, () -> new ByteArrayInputStream(content)), RITA);
    }

    ImportJob upload(String content) {
        return upload(FixedSites.ALFA, "cosecha.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    ImportJob upload(String content, Charset charset) {
        return upload(FixedSites.ALFA, "cosecha.csv", content.getBytes(charset));
    }

    /** The import after all its rows were checked. */
    ImportJob checked(String content) {
        ImportJob job = upload(content);
        imports.check(FixedSites.ALFA, job.id());
        work();
        return now(job);
    }

    ImportJob loaded(String content, boolean skipBad) {
        ImportJob job = checked(content);
        imports.load(FixedSites.ALFA, job.id(), skipBad, RITA);
        work();
        return now(job);
    }

    ImportJob now(ImportJob job) {
        return imports.find(FixedSites.ALFA, "crops", job.id()).orElseThrow();
    }

    List<ImportProblem> problems(ImportJob job) {
        return imports.problems(FixedSites.ALFA, job.id(), 0, 1000);
    }

    long count(String table) {
        return database.as(TestDatabase.MIGRATOR)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    void empty() {
        clock.advance(java.time.Duration.ofDays(1));
        crops.midway = () -> {};
        files.deleteAll(FixedSites.ALFA);
        sites.modules(Set.of("harvest"));
        database.as(TestDatabase.MIGRATOR)
                .sql("truncate platform.import_job, platform.import_problem, platform.audit_entry, harvest.waiting,"
                        + " harvest.crop")
                .update();
    }

    @Override
    public void close() {
        data.close();
    }
}
