// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.search.Search;
import org.cabildo.search.SearchQuery;
import org.cabildo.search.SearchResults;
import org.cabildo.search.SearchResults.Count;
import org.cabildo.search.SearchResults.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same search for machines. Titles and excerpts are plain text. */
@RestController
@Access(Access.Audience.PUBLIC)
class SearchApiController {

    private final Search search;
    private final ViewFactory views;

    SearchApiController(Search search, ViewFactory views) {
        this.search = search;
        this.views = views;
    }

    @GetMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> find(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "year", required = false) @Nullable Integer year,
            @RequestParam(name = "territory", defaultValue = "") String territory,
            @RequestParam(name = "page", defaultValue = "1") int page,
            HttpServletRequest request) {
        View view = views.of(request);
        SearchQuery query = new SearchQuery(q, type, year, territory, page);
        SearchResults found = search.find(view.site(), view.locale(), query);
        Answer answer = new Answer(
                query.text(),
                found.total(),
                query.page(),
                found.similar(),
                found.correction(),
                found.degraded(),
                found.bounded(),
                found.hits().stream().map(hit -> item(view, hit)).toList(),
                Map.of("type", found.types(), "year", found.years(), "territory", found.territories()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private static Item item(View view, Hit hit) {
        return new Item(
                hit.type(),
                hit.id(),
                hit.locale().toLanguageTag(),
                hit.title().plain(),
                hit.excerpt().plain(),
                view.absolute(hit.path()),
                hit.day() == null ? null : hit.day().toString(),
                hit.territory().isEmpty() ? null : hit.territory());
    }

    /** What was found. */
    record Answer(
            String query,
            long total,
            int page,
            boolean similar,
            @Nullable String correction,
            boolean degraded,
            boolean bounded,
            List<Item> items,
            Map<String, List<Count>> facets) {}

    /** A document that was found. */
    record Item(
            String type,
            String id,
            String locale,
            String title,
            String excerpt,
            String url,
            @Nullable String date,
            @Nullable String territory) {}
}
