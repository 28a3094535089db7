// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.imports.ImportField;
import org.cabildo.platform.imports.ImportField.Need;
import org.cabildo.platform.imports.ImportKind;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.ImportRefused;
import org.cabildo.platform.imports.Load;
import org.cabildo.platform.imports.Outcome;
import org.cabildo.platform.web.Action;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Component;

/** Observations as tidy tables: one row for each value of each series and period. */
@Component
class ObservationsImport implements ImportKind<StagedObservation> {

    static final String KEY = "observations";
    private static final int CHUNK = 10_000;
    private static final int LINKED = 20;

    private final IndicatorRows indicators;
    private final StagedRows staged;
    private final StoredIndicators stored;

    ObservationsImport(IndicatorRows indicators, StagedRows staged, StoredIndicators stored) {
        this.indicators = indicators;
        this.staged = staged;
        this.stored = stored;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String module() {
        return "indicators";
    }

    @Override
    public List<ImportField> fields() {
        return List.of(
                ImportField.text("indicator", Need.FILLED, "indicador", "código", "codigo del indicador", "code", "id")
                        .fixedForAll(),
                ImportField.text(
                                "period",
                                Need.FILLED,
                                "período",
                                "año",
                                "fecha",
                                "year",
                                "date",
                                "gestión",
                                "time_period")
                        .fixedForAll(),
                ImportField.number("value", Need.COLUMN, "valor", "dato", "obs_value", "cifra"),
                ImportField.text("state", Need.OPTIONAL, "estado", "obs_status", "situación"),
                ImportField.text("territory", Need.OPTIONAL, "territorio", "distrito", "zona", "district", "ref_area")
                        .fixedForAll(),
                ImportField.text(
                                "dimension",
                                Need.OPTIONAL,
                                "sexo",
                                "género",
                                "edad",
                                "grupo de edad",
                                "área",
                                "sex",
                                "gender",
                                "age",
                                "age group")
                        .manyColumns(),
                ImportField.text("breakdown", Need.OPTIONAL, "desagregación", "disaggregation"),
                ImportField.text("source", Need.OPTIONAL, "fuente").fixedForAll(),
                ImportField.text("sourceUrl", Need.OPTIONAL, "source_url", "dirección de la fuente", "enlace", "url")
                        .fixedForAll(),
                ImportField.text("note", Need.OPTIONAL, "nota", "observación", "observaciones", "comment"));
    }

    @Override
    public Check<StagedObservation> check(TenantId tenant) {
        return new ObservationCheck(indicators.all(tenant, true));
    }

    @Override
    public List<ImportProblem> stage(TenantId tenant, UUID job, List<Staged<StagedObservation>> rows) {
        Set<Long> kept = staged.add(tenant, job, rows);
        List<Staged<StagedObservation>> repeated =
                rows.stream().filter(row -> !kept.contains(row.number())).toList();
        if (repeated.isEmpty()) {
            return List.of();
        }
        Map<List<String>, Long> first = staged.numbers(
                tenant, job, repeated.stream().map(row -> row.row().key()).collect(Collectors.toSet()));
        List<ImportProblem> problems = new ArrayList<>();
        repeated.forEach(row -> problems.add(
                ImportProblem.duplicate(row.number(), first.get(row.row().key()))));
        return problems;
    }

    @Override
    public Outcome commit(Load load) {
        long gone = staged.removeOrphans(load.tenant(), load.job());
        if (gone > 0 && !load.skipBad()) {
            throw new ImportRefused("indicators.import.failed.gone", gone);
        }
        long rows = staged.count(load.tenant(), load.job());
        long last = staged.last(load.tenant(), load.job());
        long changed = 0;
        long written = 0;
        long seen = 0;
        for (long from = 0; from <= last; from += CHUNK) {
            long until = from + CHUNK;
            changed += staged.supersede(load, from, until);
            written += staged.write(load, from, until);
            seen += staged.count(load.tenant(), load.job(), from, until);
            load.progress(seen);
        }
        Set<String> touched = new TreeSet<>(staged.touched(load));
        stored.changed(load.tenant(), touched);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("added", written - changed);
        counts.put("changed", changed);
        counts.put("unchanged", rows - written);
        if (gone > 0) {
            counts.put("gone", gone);
        }
        return new Outcome(counts, touched.stream().limit(LINKED).toList());
    }

    @Override
    public void discard(TenantId tenant, UUID job) {
        staged.discard(tenant, job);
    }

    @Override
    public List<Action> links(View view, Outcome outcome) {
        return outcome.touched().stream()
                .map(code ->
                        Action.of(view.msg("indicators.import.see", code), "/gestion/indicadores/" + code, "chart"))
                .toList();
    }
}
