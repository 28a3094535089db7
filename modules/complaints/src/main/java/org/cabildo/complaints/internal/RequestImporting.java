// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.importing.ImportProgress;
import org.cabildo.complaints.importing.RequestImports;
import org.cabildo.complaints.importing.RequestRecipe;
import org.cabildo.geography.Territories;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports in the background. Each batch stands or falls by itself; how far one is, only this process knows. */
@Component
class RequestImporting implements RequestImports {

    private static final Logger LOG = LoggerFactory.getLogger(RequestImporting.class);
    private static final int BATCH = 500;

    private final Catalogues catalogues;
    private final ImportBatches batches;
    private final Territories territories;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final Sites sites;
    private final Map<TenantId, ImportProgress> progress = new ConcurrentHashMap<>();

    RequestImporting(
            Catalogues catalogues,
            ImportBatches batches,
            Territories territories,
            TransactionTemplate transactions,
            Audit audit,
            Sites sites) {
        this.catalogues = catalogues;
        this.batches = batches;
        this.territories = territories;
        this.transactions = transactions;
        this.audit = audit;
        this.sites = sites;
    }

    @Override
    public Optional<ImportProgress> progress(TenantId tenant) {
        return Optional.ofNullable(progress.get(tenant));
    }

    @Override
    public boolean begin(TenantId tenant, Path file, RequestRecipe recipe, boolean check, Actor actor) {
        ImportProgress begun = new ImportProgress("reading", 0, 0, 0, 0, 0, 0, List.of(), 0, Map.of(), "");
        ImportProgress now =
                progress.compute(tenant, (key, before) -> before != null && before.working() ? before : begun);
        if (now != begun) {
            return false;
        }
        Thread.ofVirtual()
                .name("complaints.import")
                .start(() -> TenantContext.run(tenant, () -> {
                    try {
                        work(tenant, file, recipe, check, actor);
                    } catch (IOException | RuntimeException exception) {
                        LOG.warn("Import into tenant {} failed", tenant, exception);
                        progress.computeIfPresent(tenant, (key, far) -> failed(far, exception));
                    }
                }));
        return true;
    }

    private static ImportProgress failed(ImportProgress far, Exception exception) {
        String why = exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage();
        return new ImportProgress(
                "failed",
                far.rows(),
                far.done(),
                far.stored(),
                far.known(),
                far.refused(),
                far.services(),
                far.findings(),
                far.duplicates(),
                far.duplicatesByService(),
                why.lines().findFirst().orElse(""));
    }

    private void work(TenantId tenant, Path file, RequestRecipe recipe, boolean check, Actor actor) throws IOException {
        RequestReading reading = RequestReading.of(
                file,
                recipe,
                rows -> progress.put(
                        tenant, new ImportProgress("reading", rows, 0, 0, 0, 0, 0, List.of(), 0, Map.of(), "")));
        NearDuplicates duplicates = NearDuplicates.among(reading.requests(), recipe.metres(), recipe.days());
        String language =
                sites.byTenant(tenant).map(Site::defaultLocale).orElseThrow().getLanguage();
        ImportedServices services =
                ImportedServices.of(catalogues.of(tenant), reading.requests(), recipe.radius(), language);
        Sum sum = new Sum(reading, duplicates, services.added());
        if (!check) {
            Catalogue catalogue = transactions.execute(
                    status -> catalogues.change(tenant, actor, "import " + recipe.source(), services::into));
            store(tenant, catalogue, services, sum);
            transactions.executeWithoutResult(status -> audit.record(
                    tenant, actor, "complaints.requests-imported", "import", recipe.source(), null, sum.said()));
        }
        progress.put(tenant, sum.as("done"));
    }

    private void store(TenantId tenant, Catalogue catalogue, ImportedServices services, Sum sum) {
        List<ReadRequest> all = sum.reading.requests();
        boolean mapped = !territories.all(tenant).isEmpty();
        for (int from = 0; from < all.size(); from += BATCH) {
            List<ReadRequest> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            int stored = batches.store(tenant, catalogue, services, mapped, batch);
            sum.stored += stored;
            sum.known += batch.size() - stored;
            sum.done += batch.size();
            progress.put(tenant, sum.as("storing"));
        }
    }

    /** What an import came to so far. */
    private static final class Sum {

        private final RequestReading reading;
        private final NearDuplicates duplicates;
        private final int services;
        private int done;
        private int stored;
        private int known;

        Sum(RequestReading reading, NearDuplicates duplicates, int services) {
            this.reading = reading;
            this.duplicates = duplicates;
            this.services = services;
        }

        ImportProgress as(String state) {
            return new ImportProgress(
                    state,
                    reading.rows(),
                    done,
                    stored,
                    known,
                    reading.refused(),
                    services,
                    reading.findings(),
                    duplicates.count(),
                    duplicates.byService(),
                    "");
        }

        Map<String, Object> said() {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("rows", reading.rows());
            said.put("stored", stored);
            said.put("known", known);
            said.put("services", services);
            return said;
        }
    }
}
