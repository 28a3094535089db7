// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.search.Search;
import org.cabildo.search.SearchQuery;
import org.cabildo.search.SearchResults;
import org.cabildo.search.SearchResults.Count;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page: a question, its facets as links, and what was found. */
@Controller
@Access(Access.Audience.PUBLIC)
class SearchController {

    private final Search search;
    private final ViewFactory views;

    SearchController(Search search, ViewFactory views) {
        this.search = search;
        this.views = views;
    }

    @GetMapping("/buscar")
    String find(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "tipo", defaultValue = "") String type,
            @RequestParam(name = "anio", defaultValue = "") String year,
            @RequestParam(name = "territorio", defaultValue = "") String territory,
            @RequestParam(name = "pagina", defaultValue = "") String page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        View view = views.of(request);
        SearchQuery query = new SearchQuery(q, type, number(year), territory, page(page));
        SearchResults results = search.find(view.site(), view.locale(), query);
        // the index learns of changes a moment after the pages: an answer is never kept
        response.setHeader("Cache-Control", "private, no-cache");
        model.addAttribute("page", Page.of(title(view, query)).notIndexed());
        model.addAttribute("query", query);
        model.addAttribute("results", results);
        model.addAttribute("types", types(view, query, results));
        model.addAttribute("years", facet(view, "anio", year(query), results.years()));
        model.addAttribute("territories", facet(view, "territorio", query.territory(), results.territories()));
        return "search/results";
    }

    private static String title(View view, SearchQuery query) {
        return query.text().isEmpty() ? view.msg("search.title") : view.msg("search.titleFor", query.text());
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[12][0-9]{3}") ? Integer.valueOf(text) : null;
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 1;
    }

    private static String year(SearchQuery query) {
        return query.year() == null ? "" : query.year().toString();
    }

    /** All, and each type; one that was chosen stays in sight when it has nothing. */
    private static List<Choice> types(View view, SearchQuery query, SearchResults results) {
        List<Choice> types = new ArrayList<>();
        long all = results.types().stream().mapToLong(Count::documents).sum();
        types.add(new Choice(
                view.msg("search.all"),
                link(view, "tipo", null),
                all,
                query.type().isEmpty()));
        boolean listed = query.type().isEmpty();
        for (Count count : results.types()) {
            boolean chosen = count.value().equals(query.type());
            listed |= chosen;
            types.add(new Choice(
                    Names.ofType(view, count.value()), link(view, "tipo", count.value()), count.documents(), chosen));
        }
        if (!listed) {
            types.add(new Choice(Names.ofType(view, query.type()), link(view, "tipo", query.type()), 0, true));
        }
        return types;
    }

    /** The values of a facet; choosing one that is chosen takes it away. */
    private static List<Choice> facet(View view, String parameter, String chosen, List<Count> counts) {
        List<Choice> values = new ArrayList<>();
        for (Count count : counts) {
            boolean current = count.value().equals(chosen);
            values.add(new Choice(
                    count.value(), link(view, parameter, current ? null : count.value()), count.documents(), current));
        }
        if (!chosen.isEmpty() && values.stream().noneMatch(Choice::current)) {
            values.add(new Choice(chosen, link(view, parameter, null), 0, true));
        }
        return values;
    }

    private static String link(View view, String parameter, @Nullable String value) {
        return Links.of(view, parameter, value);
    }
}
