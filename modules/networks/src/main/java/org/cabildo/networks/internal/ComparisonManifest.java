// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestPart;
import org.cabildo.platform.manifest.ManifestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Comparison in manifests. A network brings the editions whose figures its members publish; a municipality brings what
 * it lets which network show. Imported editions are data of the installation and no part of a manifest.
 */
@Component
class ComparisonManifest implements ManifestPart {

    static final String EDITIONS = "comparison/editions.yaml";
    static final String CONSENTS = "comparison/consents.yaml";

    private final ComparisonRows rows;
    private final ConsentRows consents;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ComparisonManifest(ComparisonRows rows, ConsentRows consents, Audit audit, ApplicationEventPublisher events) {
        this.rows = rows;
        this.consents = consents;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public List<String> owns() {
        return List.of("comparison/");
    }

    @Override
    public void apply(TenantId tenant, Folder folder, Actor actor) {
        applyEditions(tenant, folder.text(EDITIONS).map(EditionsFile::read).orElse(List.of()), actor);
        Map<String, Set<String>> wanted =
                folder.text(CONSENTS).map(ComparisonManifest::readConsents).orElse(new TreeMap<>());
        consents.networks(tenant).forEach(network -> wanted.putIfAbsent(network, Set.of()));
        wanted.forEach((network, indicators) -> consents.set(tenant, network, indicators, actor));
    }

    private void applyEditions(TenantId network, List<EditionsFile.Entry> wanted, Actor actor) {
        Map<String, Edition> stored = new TreeMap<>();
        rows.editions(network).stream()
                .filter(Edition::fromMembers)
                .forEach(edition -> stored.put(edition.slug(), edition));
        boolean changed = false;
        for (EditionsFile.Entry entry : wanted) {
            Edition edition = entry.edition();
            Edition before = stored.remove(edition.slug());
            List<Measure> measures = rows.measures(network, edition.slug());
            if (!edition.equals(before) || !measures.equals(entry.measures())) {
                refuseToChangeWhatStaysFrozen(before, measures, entry);
                rows.putEdition(network, edition);
                measures.stream()
                        .filter(measure -> entry.measures().stream()
                                .noneMatch(kept -> kept.code().equals(measure.code())))
                        .forEach(measure -> rows.deleteMeasure(network, edition.slug(), measure.code()));
                entry.measures().forEach(measure -> rows.putMeasure(network, edition.slug(), measure));
                String action = before == null ? "comparisons.edition-created" : "comparisons.edition-changed";
                audit.record(network, actor, action, "edition", edition.slug(), before, edition);
                changed = true;
            }
        }
        for (Edition gone : stored.values()) {
            rows.deleteEdition(network, gone.slug());
            audit.record(network, actor, "comparisons.edition-removed", "edition", gone.slug(), gone, null);
            changed = true;
        }
        if (changed) {
            events.publishEvent(new EditionsChanged(network));
        }
    }

    /** A frozen edition changes only by a folder that says that it is not frozen. */
    private static void refuseToChangeWhatStaysFrozen(
            @Nullable Edition before, List<Measure> measures, EditionsFile.Entry entry) {
        Edition edition = entry.edition();
        if (before != null
                && before.frozen()
                && edition.frozen()
                && (!measures.equals(entry.measures())
                        || !before.method().equals(edition.method())
                        || !before.period().equals(edition.period()))) {
            throw new ManifestRefused(List.of(EDITIONS + ": " + edition.slug() + " has been frozen since "
                    + before.frozenAt() + "; its measures, method and period can't change"));
        }
    }

    private static Map<String, Set<String>> readConsents(String text) {
        Map<String, Set<String>> consents = new TreeMap<>();
        CanonicalYaml.read(CONSENTS, text).forEach((network, indicators) -> {
            if (!(indicators instanceof List<?> codes)) {
                throw new ManifestRefused(List.of(CONSENTS + ": a list of indicators is expected under " + network));
            }
            Set<String> set = new LinkedHashSet<>();
            codes.forEach(code -> set.add(code.toString()));
            consents.put(network, set);
        });
        return consents;
    }

    @Override
    public void export(TenantId tenant, Folder folder) {
        List<EditionsFile.Entry> editions = rows.editions(tenant).stream()
                .filter(Edition::fromMembers)
                .map(edition -> new EditionsFile.Entry(edition, rows.measures(tenant, edition.slug())))
                .toList();
        if (!editions.isEmpty()) {
            folder.put(EDITIONS, EditionsFile.write(editions));
        }
        Map<String, Object> standing = new TreeMap<>();
        consents.networks(tenant)
                .forEach(network -> standing.put(network, List.copyOf(consents.standing(tenant, network))));
        standing.values().removeIf(List.of()::equals);
        if (!standing.isEmpty()) {
            folder.put(CONSENTS, CanonicalYaml.write(standing));
        }
    }
}
