// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchSource;

/** A source whose documents are what a test last put there. */
class Library implements SearchSource {

    private final String type;
    private final String module;
    private final Map<TenantId, Map<String, List<SearchDocument>>> things = new ConcurrentHashMap<>();

    Library(String type, String module) {
        this.type = type;
        this.module = module;
    }

    void put(TenantId tenant, SearchDocument document) {
        Map<String, List<SearchDocument>> own = of(tenant);
        List<SearchDocument> languages = new ArrayList<>(own.getOrDefault(document.id(), List.of()));
        languages.removeIf(other -> other.locale().equals(document.locale()));
        languages.add(document);
        own.put(document.id(), languages);
    }

    void remove(TenantId tenant, String id) {
        of(tenant).remove(id);
    }

    private synchronized Map<String, List<SearchDocument>> of(TenantId tenant) {
        return things.computeIfAbsent(tenant, key -> java.util.Collections.synchronizedMap(new TreeMap<>()));
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public List<SearchDocument> one(TenantId tenant, String id) {
        return of(tenant).getOrDefault(id, List.of());
    }

    @Override
    public List<SearchDocument> all(TenantId tenant, String after, int atMost) {
        return new TreeMap<>(of(tenant))
                .tailMap(after, false).values().stream()
                        .limit(atMost)
                        .flatMap(List::stream)
                        .toList();
    }
}
