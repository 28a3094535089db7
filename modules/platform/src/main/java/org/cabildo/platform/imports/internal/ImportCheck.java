// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.imports.ImportField;
import org.cabildo.platform.imports.ImportKind;
import org.cabildo.platform.imports.ImportKind.Staged;
import org.cabildo.platform.imports.ImportMapping;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.ImportRefused;
import org.cabildo.platform.imports.ImportRow;
import org.cabildo.platform.tabular.TableReader;
import org.cabildo.platform.tabular.TableRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks all rows of a file. A batch of rows, its problems and the place behind it are kept by one short transaction, so
 * that whoever takes over goes on behind the last batch. Memory holds one batch.
 */
@Component
class ImportCheck {

    private static final int BATCH = 1000;
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_PROBLEMS = 50_000;

    private final ImportClaims claims;
    private final ImportRows rows;
    private final FileStore files;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportCheck(ImportClaims claims, ImportRows rows, FileStore files, TransactionTemplate transactions, Clock clock) {
        this.claims = claims;
        this.rows = rows;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Goes through the rows that are not checked yet.
     *
     * @param stopping asked between batches; whoever has to stop leaves the rest to the next
     * @return whether all rows are checked
     * @throws ImportRefused when the file can't be read to its end
     */
    <R> boolean run(Claim claim, ImportKind<R> kind, BooleanSupplier stopping) throws IOException {
        Path copy = Files.createTempFile("cabildo-import", "");
        try {
            FileKey key = new FileKey(Objects.requireNonNull(claim.fileKey()));
            try (InputStream in = files.open(claim.tenant(), key)
                    .orElseThrow(() -> new ImportRefused("platform.imports.failed.file"))
                    .open()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            if (claim.job().rows().total() == null) {
                count(claim, key, copy);
            }
            try (TableReader table = TableReader.open(copy, key.type())) {
                return check(claim, kind, table, stopping);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Reads the file once without looking at it, so that people see how far the check is. */
    private void count(Claim claim, FileKey key, Path copy) throws IOException {
        long total = 0;
        try (TableReader table = TableReader.open(copy, key.type())) {
            for (TableRow row : table) {
                total++;
                if (total > MOST_ROWS) {
                    throw new ImportRefused("platform.imports.failed.rows", MOST_ROWS);
                }
            }
            refuseDamage(table);
        }
        long counted = total;
        keep(claim, () -> claims.counted(claim, counted, clock.instant()));
    }

    private <R> boolean check(Claim claim, ImportKind<R> kind, TableReader table, BooleanSupplier stopping) {
        ImportMapping mapping = claim.job().mapping();
        kind.fields().stream()
                .filter(field -> field.type() == ImportField.Type.NUMBER)
                .flatMap(field -> mapping.columnsOf(field.key()).stream())
                .forEach(column -> table.decimals(column, mapping.decimals()));
        ImportKind.Check<R> check = Objects.requireNonNull(transactions.execute(status -> kind.check(claim.tenant())));
        Batch<R> batch = new Batch<>();
        for (TableRow row : table) {
            if (row.number() <= claim.position()) {
                continue;
            }
            batch.add(new ImportRow(row, mapping), check, kind.fields());
            if (batch.read == BATCH) {
                save(claim, kind, batch);
                batch = new Batch<>();
                if (stopping.getAsBoolean()) {
                    return false;
                }
            }
        }
        refuseDamage(table);
        if (batch.read > 0) {
            save(claim, kind, batch);
        }
        keep(claim, () -> claims.checked(claim, clock.instant()));
        return true;
    }

    private <R> void save(Claim claim, ImportKind<R> kind, Batch<R> batch) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            int known = claims.problems(claim).orElseThrow(ClaimLost::new);
            List<ImportProblem> late = kind.stage(claim.tenant(), claim.id(), batch.good);
            batch.problems.addAll(late);
            batch.problems.sort(Comparator.comparingLong(ImportProblem::row));
            List<ImportProblem> kept =
                    batch.problems.subList(0, Math.max(0, Math.min(batch.problems.size(), MOST_PROBLEMS - known)));
            rows.addProblems(claim.tenant(), claim.id(), known, kept);
            int bad = (int) batch.problems.stream()
                    .mapToLong(ImportProblem::row)
                    .distinct()
                    .count();
            if (!claims.advanced(claim, new CheckedRows(batch.read, bad, kept.size(), batch.last), now)) {
                throw new ClaimLost();
            }
        });
    }

    private void keep(Claim claim, BooleanSupplier change) {
        transactions.executeWithoutResult(status -> {
            if (!change.getAsBoolean()) {
                throw new ClaimLost();
            }
        });
    }

    /** What comes behind the damage is unknown, so nothing of the file is trusted. */
    private static void refuseDamage(TableReader table) {
        table.failure().ifPresent(problem -> {
            throw new ImportRefused("platform.imports.failed.damaged", problem.row());
        });
    }

    /** Rows between two transactions. */
    private static final class Batch<R> {

        private final List<Staged<R>> good = new ArrayList<>();
        private final List<ImportProblem> problems = new ArrayList<>();
        private int read;
        private long last;

        void add(ImportRow row, ImportKind.Check<R> check, List<ImportField> fields) {
            read++;
            last = row.number();
            row.checkShape(fields);
            R checked = check.row(row);
            if (checked != null && !row.bad()) {
                good.add(new Staged<>(row.number(), checked));
            }
            problems.addAll(row.problems());
        }
    }
}
