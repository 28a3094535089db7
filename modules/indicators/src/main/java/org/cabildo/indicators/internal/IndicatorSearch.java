// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.indicators.Indicator;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offers published indicators to search, in each language in which they have a name. */
@Component
@Transactional(readOnly = true)
class IndicatorSearch implements SearchSource {

    static final String TYPE = "indicator";

    private final IndicatorRows rows;

    IndicatorSearch(IndicatorRows rows) {
        this.rows = rows;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String module() {
        return "indicators";
    }

    @Override
    public List<SearchDocument> one(TenantId tenant, String id) {
        return rows.find(tenant, id).filter(Indicator::published).stream()
                .flatMap(indicator -> documents(indicator).stream())
                .toList();
    }

    @Override
    public List<SearchDocument> all(TenantId tenant, String after, int things) {
        return rows.all(tenant, false).stream()
                .filter(indicator -> indicator.code().compareTo(after) > 0)
                .sorted(java.util.Comparator.comparing(Indicator::code))
                .limit(things)
                .flatMap(indicator -> documents(indicator).stream())
                .toList();
    }

    private static List<SearchDocument> documents(Indicator indicator) {
        return indicator.name().keySet().stream()
                .sorted()
                .map(language -> new SearchDocument(
                        TYPE,
                        indicator.code(),
                        Locale.forLanguageTag(language),
                        indicator.name().get(language),
                        indicator.description().getOrDefault(language, ""),
                        indicator.unit().getOrDefault(language, "") + ". "
                                + indicator.formula().getOrDefault(language, "") + " " + indicator.source(),
                        "/indicadores/" + indicator.code(),
                        null,
                        null,
                        indicator.topic().isEmpty() ? Map.of() : Map.of("topic", indicator.topic())))
                .toList();
    }
}
