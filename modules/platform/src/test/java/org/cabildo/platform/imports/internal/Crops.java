// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.imports.ImportField;
import org.cabildo.platform.imports.ImportField.Need;
import org.cabildo.platform.imports.ImportKind;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.ImportRefused;
import org.cabildo.platform.imports.Load;
import org.cabildo.platform.imports.Outcome;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Harvests by crop: a small kind of import with tables of its own. */
final class Crops implements ImportKind<Crops.Crop> {

    static final String TABLES = """
            CREATE SCHEMA harvest;
            GRANT USAGE ON SCHEMA harvest TO cabildo_app;
            CREATE TABLE harvest.waiting (tenant_id integer NOT NULL, job_id uuid NOT NULL, row_number bigint NOT NULL,
                name text NOT NULL, tons numeric, PRIMARY KEY (tenant_id, job_id, row_number),
                UNIQUE (tenant_id, job_id, name));
            SELECT platform.tenant_table('harvest.waiting');
            CREATE TABLE harvest.crop (tenant_id integer NOT NULL, name text NOT NULL, tons numeric,
                PRIMARY KEY (tenant_id, name));
            SELECT platform.tenant_table('harvest.crop');
            """;

    private static final Table<Record> WAITING = table(name("harvest", "waiting"));
    private static final Table<Record> CROP = table(name("harvest", "crop"));
    private static final Field<Integer> TENANT = field(name("tenant_id"), SQLDataType.INTEGER);
    private static final Field<UUID> JOB = field(name("job_id"), SQLDataType.UUID);
    private static final Field<Long> ROW = field(name("row_number"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    private static final Field<BigDecimal> TONS = field(name("tons"), SQLDataType.NUMERIC);

    private final DSLContext dsl;

    /** What happens in the middle of a load, after the rows are written. */
    volatile Runnable midway = () -> {};

    Crops(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Crop(String name, BigDecimal tons) {}

    @Override
    public String key() {
        return "crops";
    }

    @Override
    public String module() {
        return "harvest";
    }

    @Override
    public List<ImportField> fields() {
        return List.of(
                ImportField.text("name", Need.FILLED, "cultivo", "crop"),
                ImportField.number("tons", Need.COLUMN, "producción (t)", "toneladas"),
                ImportField.text("source", Need.OPTIONAL, "fuente").fixedForAll());
    }

    @Override
    public Check<Crop> check(TenantId tenant) {
        return row -> {
            BigDecimal tons = row.decimal("tons").orElse(null);
            if (tons != null && tons.signum() < 0) {
                row.problem("tons", "crops.negative");
            }
            return new Crop(row.text("name").orElse(""), tons);
        };
    }

    @Override
    public List<ImportProblem> stage(TenantId tenant, UUID job, List<Staged<Crop>> rows) {
        List<ImportProblem> problems = new ArrayList<>();
        for (Staged<Crop> staged : rows) {
            int added = dsl.insertInto(WAITING, TENANT, JOB, ROW, NAME, TONS)
                    .values(
                            tenant.value(),
                            job,
                            staged.number(),
                            staged.row().name(),
                            staged.row().tons())
                    .onConflictDoNothing()
                    .execute();
            if (added == 0) {
                long first = dsl.select(ROW)
                        .from(WAITING)
                        .where(TENANT.eq(tenant.value()))
                        .and(JOB.eq(job))
                        .and(NAME.eq(staged.row().name()))
                        .fetchSingle(ROW);
                problems.add(ImportProblem.duplicate(staged.number(), first));
            }
        }
        return problems;
    }

    @Override
    public Outcome commit(Load load) {
        int added = dsl.insertInto(CROP, TENANT, NAME, TONS)
                .select(select(TENANT, NAME, TONS)
                        .from(WAITING)
                        .where(TENANT.eq(load.tenant().value()))
                        .and(JOB.eq(load.job())))
                .execute();
        midway.run();
        load.progress(added);
        if (dsl.fetchExists(select(val(1))
                .from(CROP)
                .where(TENANT.eq(load.tenant().value()))
                .and(row(NAME).eq(row("prohibido"))))) {
            throw new ImportRefused("crops.forbidden");
        }
        return new Outcome(Map.of("added", (long) added), List.of());
    }

    @Override
    public void discard(TenantId tenant, UUID job) {
        dsl.deleteFrom(WAITING)
                .where(TENANT.eq(tenant.value()))
                .and(JOB.eq(job))
                .execute();
    }
}
