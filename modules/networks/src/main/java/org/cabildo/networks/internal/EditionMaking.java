// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.cabildo.networks.comparison.Asked;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.EditionRefused;
import org.cabildo.networks.comparison.EditionRefused.Reason;
import org.cabildo.networks.comparison.Editions;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Editions as a network's people make them. */
@UseCase
class EditionMaking implements Editions {

    private static final String EDITION = "edition";

    private final ComparisonRows rows;
    private final Audit audit;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EditionMaking(ComparisonRows rows, Audit audit, Sites sites, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Edition> all(TenantId network) {
        return rows.editions(network);
    }

    @Override
    public Optional<Edition> find(TenantId network, String slug) {
        return rows.edition(network, slug);
    }

    @Override
    public List<Measure> measures(TenantId network, String edition) {
        return rows.measures(network, edition);
    }

    @Override
    public List<Asked> asked(TenantId network) {
        return rows.editions(network).stream()
                .filter(Edition::asks)
                .flatMap(edition ->
                        rows.measures(network, edition.slug()).stream().map(measure -> new Asked(edition, measure)))
                .toList();
    }

    @Override
    public void create(TenantId network, Edition edition, @Nullable String copyOf, Actor actor) {
        sites.touch(network);
        if (rows.edition(network, edition.slug()).isPresent()) {
            throw new EditionRefused(Reason.SLUG_TAKEN);
        }
        int last = rows.editions(network).stream()
                .filter(Edition::fromMembers)
                .mapToInt(Edition::order)
                .max()
                .orElse(0);
        Edition made = edition.withOrder(last + 1).withPublished(false).withFrozenAt(null);
        rows.putEdition(network, made);
        if (copyOf != null) {
            List<Measure> measures = rows.measures(network, copyOf);
            for (int i = 0; i < measures.size(); i++) {
                rows.storeMeasure(network, made.slug(), measures.get(i).withOrder(i + 1));
            }
        }
        audit.record(network, actor, "comparisons.edition-created", EDITION, made.slug(), null, made);
        changed(network);
    }

    @Override
    public void change(TenantId network, Edition edition, Actor actor) {
        Edition before = open(network, edition.slug());
        Edition after = before.withWords(edition.name(), edition.method(), edition.period());
        if (!after.equals(before)) {
            store(network, before, after, "comparisons.edition-changed", actor);
        }
    }

    @Override
    public void put(TenantId network, String edition, Measure measure, Actor actor) {
        open(network, edition);
        List<Measure> all = rows.measures(network, edition);
        Measure before = all.stream()
                .filter(one -> one.code().equals(measure.code()))
                .findFirst()
                .orElse(null);
        Measure after = measure.withOrder(before == null ? all.size() + 1 : before.order());
        if (!after.equals(before)) {
            rows.putMeasure(network, edition, after);
            String action = before == null ? "comparisons.measure-added" : "comparisons.measure-changed";
            audit.record(network, actor, action, "measure", edition + "/" + measure.code(), before, after);
            changed(network);
        }
    }

    @Override
    public void move(TenantId network, String edition, String code, int places, Actor actor) {
        open(network, edition);
        List<Measure> before = rows.measures(network, edition);
        Measure moved = before.stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(code));
        List<Measure> after = new ArrayList<>(before);
        after.remove(moved);
        after.add(Math.clamp((long) before.indexOf(moved) + places, 0, after.size()), moved);
        if (!after.equals(before)) {
            number(network, edition, after);
            audit.record(network, actor, "comparisons.measures-ordered", EDITION, edition, codes(before), codes(after));
            changed(network);
        }
    }

    private static List<String> codes(List<Measure> measures) {
        return measures.stream().map(Measure::code).toList();
    }

    /** Manifests know the order by place, so places are counted without gaps. */
    private void number(TenantId network, String edition, List<Measure> measures) {
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).order() != i + 1) {
                rows.storeMeasure(network, edition, measures.get(i).withOrder(i + 1));
            }
        }
    }

    @Override
    public void removeMeasure(TenantId network, String edition, String code, Actor actor) {
        open(network, edition);
        List<Measure> rest = new ArrayList<>(rows.measures(network, edition));
        Optional<Measure> gone =
                rest.stream().filter(measure -> measure.code().equals(code)).findFirst();
        if (gone.isPresent()) {
            rest.remove(gone.get());
            rows.deleteMeasure(network, edition, code);
            number(network, edition, rest);
            audit.record(
                    network, actor, "comparisons.measure-removed", "measure", edition + "/" + code, gone.get(), null);
            changed(network);
        }
    }

    @Override
    public void freeze(TenantId network, String edition, Actor actor) {
        Edition before = open(network, edition);
        refuseEmpty(network, edition);
        Edition after = before.withFrozenAt(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        store(network, before, after, "comparisons.edition-frozen", actor);
    }

    @Override
    public void publish(TenantId network, String edition, boolean published, Actor actor) {
        Edition before = existing(network, edition);
        if (before.published() != published) {
            refuseEmpty(network, edition);
            String action = published ? "comparisons.edition-published" : "comparisons.edition-hidden";
            store(network, before, before.withPublished(published), action, actor);
        }
    }

    @Override
    public void remove(TenantId network, String edition, Actor actor) {
        Edition before = existing(network, edition);
        if (!before.fromMembers()) {
            throw new EditionRefused(Reason.IMPORTED);
        }
        if (before.published()) {
            throw new EditionRefused(Reason.PUBLISHED);
        }
        rows.deleteEdition(network, edition);
        List<Edition> rest =
                rows.editions(network).stream().filter(Edition::fromMembers).toList();
        for (int i = 0; i < rest.size(); i++) {
            rows.putEdition(network, rest.get(i).withOrder(i + 1));
        }
        audit.record(network, actor, "comparisons.edition-removed", EDITION, edition, before, null);
        changed(network);
    }

    /** An edition, after all others who change what the network compares; readers see the change at once. */
    private Edition existing(TenantId network, String slug) {
        sites.touch(network);
        return rows.edition(network, slug).orElseThrow(() -> new NoSuchElementException(slug));
    }

    /** An edition that may be changed, by nobody else until this is done. */
    private Edition open(TenantId network, String slug) {
        Edition edition = existing(network, slug);
        if (!edition.fromMembers()) {
            throw new EditionRefused(Reason.IMPORTED);
        }
        if (edition.frozen()) {
            throw new EditionRefused(Reason.FROZEN);
        }
        return edition;
    }

    private void refuseEmpty(TenantId network, String edition) {
        if (rows.measures(network, edition).isEmpty()) {
            throw new EditionRefused(Reason.WITHOUT_MEASURES);
        }
    }

    private void store(TenantId network, Edition before, Edition after, String action, Actor actor) {
        rows.putEdition(network, after);
        audit.record(network, actor, action, EDITION, after.slug(), before, after);
        changed(network);
    }

    /** Members answer anew, since what they are asked may be different. */
    private void changed(TenantId network) {
        events.publishEvent(new EditionsChanged(network));
    }
}
