// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.CATALOGUE;
import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.CatalogueCheck;
import org.cabildo.complaints.catalogue.CatalogueRefused;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.internal.jooq.tables.records.CatalogueRecord;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.transaction.annotation.Transactional;

/** Catalogues as rows; what was read is kept until its row has another version. */
@UseCase
class StoredCatalogues implements Catalogues {

    private static final int NONE = 0;

    private record Read(int version, Catalogue catalogue) {}

    private final DSLContext dsl;
    private final Audit audit;
    private final Clock clock;
    private final Catalogue standard = CatalogueFile.standard();
    private final Map<TenantId, Read> read = new ConcurrentHashMap<>();

    StoredCatalogues(DSLContext dsl, Audit audit, Clock clock) {
        this.dsl = dsl;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Catalogue of(TenantId tenant) {
        int version = version(tenant);
        if (version == NONE) {
            return standard;
        }
        Read known = read.get(tenant);
        if (known == null || known.version() != version) {
            known = dsl.selectFrom(CATALOGUE)
                    .where(Owned.by(tenant, CATALOGUE))
                    .fetchSingle(row -> new Read(row.getVersion(), CatalogueFile.fromJson(row.getDocument())));
            read.put(tenant, known);
        }
        return known.catalogue();
    }

    private int version(TenantId tenant) {
        return dsl.select(CATALOGUE.VERSION)
                .from(CATALOGUE)
                .where(Owned.by(tenant, CATALOGUE))
                .fetchOptional(CATALOGUE.VERSION)
                .orElse(NONE);
    }

    @Override
    @Transactional
    public Catalogue change(TenantId tenant, Actor actor, String what, UnaryOperator<Catalogue> change) {
        dsl.select(CATALOGUE.VERSION)
                .from(CATALOGUE)
                .where(Owned.by(tenant, CATALOGUE))
                .forUpdate()
                .fetch();
        Catalogue before = of(tenant);
        Catalogue after = change.apply(before);
        if (after.equals(before)) {
            return before;
        }
        List<String> problems = new ArrayList<>(CatalogueCheck.problems(after));
        problems.addAll(dropped(tenant, before, after));
        if (!problems.isEmpty()) {
            throw new CatalogueRefused(problems);
        }
        put(tenant, after);
        audit.record(
                tenant,
                actor,
                "complaints.catalogue-changed",
                "catalogue",
                what,
                Differences.left(before, after),
                Differences.left(after, before));
        return after;
    }

    /** Services, states and offices that requests still name cannot go; services are retired instead. */
    private List<String> dropped(TenantId tenant, Catalogue before, Catalogue after) {
        List<String> problems = new ArrayList<>();
        refuseUsed(
                tenant,
                "services",
                REQUEST.SERVICE,
                gone(codes(before.services(), Service::code), codes(after.services(), Service::code)),
                problems);
        refuseUsed(
                tenant,
                "statuses",
                REQUEST.STATUS,
                gone(codes(before.statuses(), Status::code), codes(after.statuses(), Status::code)),
                problems);
        refuseUsed(
                tenant,
                "agencies",
                REQUEST.AGENCY,
                gone(codes(before.agencies(), Agency::code), codes(after.agencies(), Agency::code)),
                problems);
        return problems;
    }

    private static <T> Set<String> codes(List<T> items, java.util.function.Function<T, String> code) {
        return items.stream().map(code).collect(Collectors.toSet());
    }

    private static Set<String> gone(Set<String> before, Set<String> after) {
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(after);
        return gone;
    }

    private void refuseUsed(
            TenantId tenant, String kind, TableField<?, String> column, Set<String> gone, List<String> problems) {
        for (String code : gone) {
            if (dsl.fetchExists(dsl.selectOne()
                    .from(REQUEST)
                    .where(Owned.by(tenant, REQUEST))
                    .and(column.eq(code)))) {
                problems.add(kind + " " + code + ": requests still name it");
            }
        }
    }

    private void put(TenantId tenant, Catalogue catalogue) {
        CatalogueRecord row = dsl.newRecord(CATALOGUE);
        row.setTenantId(tenant.value());
        row.setVersion(version(tenant) + 1);
        row.setDocument(CatalogueFile.json(catalogue));
        row.setChangedAt(clock.instant());
        Owned.put(dsl, tenant, row).execute();
    }

    /** Makes the tenant's catalogue this one; null for the standard one. */
    void replace(TenantId tenant, @org.jspecify.annotations.Nullable Catalogue wanted, Actor actor) {
        if (wanted != null) {
            change(tenant, actor, "manifest", before -> wanted);
        } else if (version(tenant) != NONE) {
            change(tenant, actor, "manifest", before -> standard);
            dsl.deleteFrom(CATALOGUE).where(Owned.by(tenant, CATALOGUE)).execute();
            read.remove(tenant);
        }
    }

    /** Whether the tenant has a catalogue of its own. */
    boolean own(TenantId tenant) {
        return version(tenant) != NONE;
    }
}
