// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offers territories to search, in each language in which their level has a name. */
@Component
@Transactional(readOnly = true)
class TerritorySearch implements SearchSource {

    static final String TYPE = "territory";

    private final TerritoryRows rows;

    TerritorySearch(TerritoryRows rows) {
        this.rows = rows;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String module() {
        return "geography";
    }

    @Override
    public List<SearchDocument> one(TenantId tenant, String id) {
        return rows.find(tenant, id)
                .map(territory -> documents(tenant, List.of(territory)))
                .orElse(List.of());
    }

    @Override
    public List<SearchDocument> all(TenantId tenant, String after, int things) {
        return documents(
                tenant,
                rows.all(tenant).stream()
                        .filter(territory -> territory.code().compareTo(after) > 0)
                        .sorted(Comparator.comparing(Territory::code))
                        .limit(things)
                        .toList());
    }

    private List<SearchDocument> documents(TenantId tenant, List<Territory> territories) {
        Map<String, Level> levels = rows.levels(tenant).stream().collect(Collectors.toMap(Level::code, level -> level));
        TerritoryTree tree = TerritoryTree.of(rows.all(tenant));
        return territories.stream()
                .flatMap(territory -> documents(territory, levels.get(territory.level()), tree).stream())
                .toList();
    }

    private static List<SearchDocument> documents(Territory territory, Level level, TerritoryTree tree) {
        String way =
                tree.way(territory).reversed().stream().map(Territory::name).collect(Collectors.joining(", "));
        return level.name().keySet().stream()
                .sorted()
                .map(language -> SearchDocument.of(
                        TYPE,
                        territory.code(),
                        Locale.forLanguageTag(language),
                        territory.name(),
                        way.isEmpty()
                                ? level.name().get(language)
                                : level.name().get(language) + ": " + way,
                        territory.code(),
                        "/territorios/" + territory.code()))
                .toList();
    }
}
