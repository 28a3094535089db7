// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.importing.FiguresImported;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchDocumentChanged;
import org.cabildo.platform.search.SearchSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Offers a network's questions to its search: one document for each measure of a published edition. */
@Component
class ComparisonSearch implements SearchSource {

    static final String TYPE = "comparison";

    private final ComparisonRows rows;
    private final Sites sites;
    private final ApplicationEventPublisher events;

    ComparisonSearch(ComparisonRows rows, Sites sites, ApplicationEventPublisher events) {
        this.rows = rows;
        this.sites = sites;
        this.events = events;
    }

    private record Asked(Edition edition, Measure measure) {

        String id() {
            return edition.slug() + "." + measure.code();
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String module() {
        return "comparisons";
    }

    @Override
    public List<SearchDocument> one(TenantId tenant, String id) {
        return asked(tenant).stream()
                .filter(one -> one.id().equals(id))
                .flatMap(one -> documents(tenant, one).stream())
                .toList();
    }

    @Override
    public List<SearchDocument> all(TenantId tenant, String after, int things) {
        return asked(tenant).stream()
                .filter(one -> one.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Asked::id))
                .limit(things)
                .flatMap(one -> documents(tenant, one).stream())
                .toList();
    }

    @EventListener
    void on(EditionsChanged changed) {
        tell(changed.network());
    }

    @EventListener
    void on(FiguresImported imported) {
        tell(imported.network());
    }

    /** In the transaction of the change, so that search follows if and only if it happens. */
    private void tell(TenantId network) {
        asked(network).forEach(one -> events.publishEvent(new SearchDocumentChanged(network, TYPE, one.id())));
    }

    private List<Asked> asked(TenantId network) {
        List<Asked> asked = new ArrayList<>();
        for (Edition edition : rows.editions(network)) {
            if (edition.published()) {
                rows.measures(network, edition.slug()).forEach(measure -> asked.add(new Asked(edition, measure)));
            }
        }
        return asked;
    }

    private List<SearchDocument> documents(TenantId network, Asked one) {
        List<Locale> languages = sites.byTenant(network).map(Site::locales).orElse(List.of());
        List<SearchDocument> documents = new ArrayList<>();
        for (Locale language : languages) {
            String name = in(one.measure().name(), language);
            if (!name.isEmpty()) {
                documents.add(SearchDocument.of(
                        TYPE,
                        one.id(),
                        language,
                        name,
                        in(one.edition().name(), language),
                        in(one.measure().unit(), language) + " " + one.measure().source(),
                        "/comparaciones/" + one.edition().slug() + "/"
                                + one.measure().code()));
            }
        }
        return documents;
    }

    private static String in(Map<String, String> texts, Locale language) {
        return texts.getOrDefault(language.getLanguage(), texts.getOrDefault("es", ""));
    }
}
