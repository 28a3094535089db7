// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.importing.FigureImports;
import org.cabildo.networks.importing.FiguresImported;
import org.cabildo.networks.importing.ImportCheck;
import org.cabildo.networks.importing.ImportReport;
import org.cabildo.networks.importing.ImportReport.Changes;
import org.cabildo.networks.importing.Plan;
import org.cabildo.networks.importing.Recipe;
import org.cabildo.networks.importing.RecipeFile;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and checks files outside of any transaction, then stores all of them in one. */
@Component
class FigureImporting implements FigureImports {

    private final ImportedRows imports;
    private final ComparisonRows rows;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FigureImporting(
            ImportedRows imports,
            ComparisonRows rows,
            TransactionTemplate transactions,
            Audit audit,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.transactions = transactions;
        this.audit = audit;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Recipe> recipe(TenantId network) {
        String text = transactions.execute(status -> imports.manifest(network).get(RecipeFile.PATH));
        return Optional.ofNullable(text).map(RecipeFile::read);
    }

    @Override
    public ImportReport check(TenantId network, Path folder) {
        ImportCheck check = read(network, folder);
        Plan plan = check.plan();
        if (plan == null) {
            return check.report();
        }
        // What would change is what does change, taken back.
        Changes changes = transactions.execute(status -> {
            status.setRollbackOnly();
            return imports.store(network, plan, ImportedRows.FILES, clock.instant());
        });
        return check.report().with(changes, false);
    }

    @Override
    public ImportReport store(TenantId network, Path folder, Actor actor) {
        ImportCheck check = read(network, folder);
        Plan plan = check.plan();
        if (plan == null) {
            return check.report();
        }
        Changes changes = transactions.execute(status -> write(network, plan, ImportedRows.FILES, actor));
        return check.report().with(changes, true);
    }

    private ImportCheck read(TenantId network, Path folder) {
        Recipe recipe =
                recipe(network).orElseThrow(() -> new IllegalStateException("The network has no " + RecipeFile.PATH));
        boolean ofMembers = Boolean.TRUE.equals(transactions.execute(
                status -> rows.edition(network, recipe.edition().slug())
                        .filter(Edition::fromMembers)
                        .isPresent()));
        if (ofMembers) {
            throw new IllegalStateException(
                    "The edition " + recipe.edition().slug() + " has figures of members; the recipe needs another one");
        }
        return ImportCheck.of(recipe, folder);
    }

    /** Stores a plan in the caller's transaction, and tells everybody when something is different. */
    Changes write(TenantId network, Plan plan, String from, Actor actor) {
        Changes changes = imports.store(network, plan, from, clock.instant());
        if (!changes.none()) {
            Map<String, Object> after = new LinkedHashMap<>();
            after.put("edition", plan.edition().slug());
            after.put("entities", plan.entities().size());
            after.put("measures", plan.measures().size());
            after.put("figures", plan.values().size());
            after.put("changes", changes);
            audit.record(
                    network,
                    actor,
                    "comparisons.figures-imported",
                    "edition",
                    plan.edition().slug(),
                    null,
                    after);
            sites.touch(network);
            events.publishEvent(new FiguresImported(network, plan.edition().slug()));
        }
        return changes;
    }
}
