// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.BoundaryImport;
import org.cabildo.geography.Territory;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Keeps files in PostgreSQL until they are taken over. */
@UseCase
class StoredImport implements BoundaryImport {

    private static final Duration KEPT = Duration.ofDays(1);

    private final UploadRows uploads;
    private final TerritoryRows rows;
    private final BoundaryRows boundaries;
    private final StoredTerritories territories;
    private final Clock clock;

    StoredImport(
            UploadRows uploads,
            TerritoryRows rows,
            BoundaryRows boundaries,
            StoredTerritories territories,
            Clock clock) {
        this.uploads = uploads;
        this.rows = rows;
        this.boundaries = boundaries;
        this.territories = territories;
        this.clock = clock;
    }

    @Override
    public Upload keep(TenantId tenant, String fileName, byte[] content, Actor actor) {
        if (content.length > LARGEST) {
            throw new Unreadable("large");
        }
        String text = FeatureFile.text(content);
        FeatureFile file = FeatureFile.read(text);
        uploads.deleteBefore(tenant, clock.instant().minus(KEPT));
        UUID id = uploads.add(tenant, fileName, text, actor.name(), clock.instant());
        return upload(id, fileName, file);
    }

    private static Upload upload(UUID id, String fileName, FeatureFile file) {
        return new Upload(id, fileName, file.properties(), file.features().size(), file.guess());
    }

    @Override
    public Optional<Upload> find(TenantId tenant, UUID id) {
        return uploads.find(tenant, id).map(kept -> upload(id, kept.fileName(), FeatureFile.read(kept.content())));
    }

    @Override
    public Report check(TenantId tenant, UUID id, Mapping mapping) {
        return new Report(look(tenant, id, mapping).findings());
    }

    @Override
    public Report take(TenantId tenant, UUID id, Mapping mapping, Actor actor) {
        FeatureCheck check = look(tenant, id, mapping);
        Report report = new Report(check.findings());
        if (report.clean()) {
            territories.save(tenant, check.territories(), check.boundaries(), actor);
            uploads.delete(tenant, id);
        }
        return report;
    }

    private FeatureCheck look(TenantId tenant, UUID id, Mapping mapping) {
        FeatureFile file = FeatureFile.read(uploads.find(tenant, id)
                .orElseThrow(() -> new NoSuchElementException(id.toString()))
                .content());
        List<Territory> known = rows.all(tenant);
        Map<String, Boundary> inForce =
                boundaries.on(tenant, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).stream()
                        .collect(Collectors.toMap(Boundary::territory, Function.identity()));
        return new FeatureCheck(file, mapping, rows.levels(tenant), known, inForce, outline(known, inForce));
    }

    /** The territories at the top taken together. */
    private static @Nullable Geometry outline(List<Territory> known, Map<String, Boundary> inForce) {
        List<Geometry> top = known.stream()
                .filter(territory -> territory.parent() == null && inForce.containsKey(territory.code()))
                .map(territory -> Shapes.read(inForce.get(territory.code()).shape()))
                .toList();
        return top.isEmpty() ? null : UnaryUnionOp.union(top);
    }
}
