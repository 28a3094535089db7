// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Observation.Recorded;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestPart;
import org.cabildo.platform.manifest.ManifestRefused;
import org.springframework.stereotype.Component;

/** Indicators of a tenant's manifest: the catalogue in one file, what is known of all series in another. */
@Component
class IndicatorsManifest implements ManifestPart {

    static final String CATALOGUE = "indicators/catalogue.yaml";
    static final String OBSERVATIONS = "indicators/observations.csv";

    private final IndicatorRows rows;
    private final ObservationRows observations;
    private final StoredIndicators indicators;
    private final Audit audit;
    private final Clock clock;

    IndicatorsManifest(
            IndicatorRows rows, ObservationRows observations, StoredIndicators indicators, Audit audit, Clock clock) {
        this.rows = rows;
        this.observations = observations;
        this.indicators = indicators;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<String> owns() {
        return List.of("indicators/");
    }

    @Override
    public void apply(TenantId tenant, Folder folder, Actor actor) {
        List<Indicator> wanted = folder.text(CATALOGUE).map(CatalogueFile::read).orElse(List.of());
        List<Recorded> values =
                folder.text(OBSERVATIONS).map(ObservationsFile::read).orElse(List.of());
        Map<String, Indicator> stored = new HashMap<>();
        rows.all(tenant, true).forEach(indicator -> stored.put(indicator.code(), indicator));
        Set<String> changed = new TreeSet<>();
        Set<String> codes = new TreeSet<>();
        for (Indicator indicator : wanted) {
            codes.add(indicator.code());
            Indicator before = stored.remove(indicator.code());
            if (!indicator.equals(before)) {
                rows.put(tenant, indicator);
                String action = before == null ? "indicators.created" : "indicators.changed";
                audit.record(tenant, actor, action, "indicator", indicator.code(), before, indicator);
                changed.add(indicator.code());
            }
        }
        refuseUnknown(values, codes);
        Instant now = clock.instant();
        stored.forEach((code, before) -> {
            rows.delete(tenant, code);
            audit.record(tenant, actor, "indicators.removed", "indicator", code, before, null);
            changed.add(code);
        });
        changed.addAll(observations.supersedeOthers(tenant, values, now));
        changed.addAll(observations.record(tenant, values, actor.name(), now));
        indicators.changed(tenant, changed);
    }

    private static void refuseUnknown(List<Recorded> values, Set<String> codes) {
        List<String> problems = new ArrayList<>();
        values.stream()
                .map(value -> value.series().indicator())
                .filter(code -> !codes.contains(code))
                .distinct()
                .forEach(code -> problems.add(OBSERVATIONS + ": " + code + " is not in " + CATALOGUE));
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
    }

    @Override
    public void export(TenantId tenant, Folder folder) {
        List<Indicator> all = rows.all(tenant, true);
        if (!all.isEmpty()) {
            folder.put(CATALOGUE, CatalogueFile.write(all));
        }
        List<Observation> known = observations.all(tenant);
        if (!known.isEmpty()) {
            folder.put(OBSERVATIONS, ObservationsFile.write(known));
        }
    }
}
