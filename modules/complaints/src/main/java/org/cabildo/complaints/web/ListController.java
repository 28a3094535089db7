// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.complaints.PublicRequests.Cursor;
import org.cabildo.complaints.PublicRequests.Query;
import org.cabildo.complaints.PublicRequests.Slice;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.chart.MapFigure;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Freshness;
import org.cabildo.platform.web.ImageOrigins;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was reported, as a list and on a map. */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class ListController {

    private static final int SIZE = 20;
    private static final int COUNTED = 1_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final PublicRequests requests;
    private final RequestPages pages;
    private final RequestMaps maps;

    ListController(PublicRequests requests, RequestPages pages, RequestMaps maps) {
        this.requests = requests;
        this.pages = pages;
        this.maps = maps;
    }

    @GetMapping(RequestPages.LIST)
    String list(HttpServletRequest request, Model model) {
        RequestWords words = pages.words(request);
        View view = words.view();
        TenantId tenant = view.site().requireTenant();
        Freshness.until(request, words.now().plus(FRESH));
        ListFilter filter = ListFilter.of(request);
        Query query = filter.query(view, words.catalogue(), words.territories(), SIZE);
        Cursor after = ListFilter.cursor(RequestPages.line(request, "despues"));
        Cursor before = after == null ? ListFilter.cursor(RequestPages.line(request, "antes")) : null;
        Slice slice = requests.search(tenant, placed(query, before, after));
        int count = requests.count(tenant, query, COUNTED);
        MapFigure map = maps.whole(view.site()).stream()
                .findFirst()
                .map(box -> maps.dots(view.site(), requests.box(tenant, box, query)))
                .orElse(new MapFigure(0, 0, List.of(), "", MapFigure.Tiles.NONE));
        String data = view.path().equals(RequestPages.LIST) ? ListFilter.query(view, "lang", null) : RequestPages.LIST;
        String parameters = data.contains("?") ? data.substring(data.indexOf('?')) : "";
        model.addAttribute(
                "page",
                Page.of(view.msg("module.complaints.name"))
                        .describedAs(view.msg("complaints.list.lead"))
                        .withFeed("/reportes.atom" + parameters));
        model.addAttribute("rows", slice.items().stream().map(words::row).toList());
        model.addAttribute("count", counted(view, filter, count));
        model.addAttribute("filter", filter);
        model.addAttribute("services", ListFilter.services(view, words.catalogue()));
        model.addAttribute("territories", maps.options(words.territories()));
        model.addAttribute("stages", ListFilter.stages(view));
        model.addAttribute("chips", filter.chips(words));
        model.addAttribute("map", ImageOrigins.allow(request, map));
        model.addAttribute("parameters", parameters);
        model.addAttribute(
                "newer",
                slice.newer() && !slice.items().isEmpty()
                        ? place(view, "despues", Cursor.of(slice.items().getFirst()))
                        : "");
        model.addAttribute(
                "older",
                slice.older() && !slice.items().isEmpty()
                        ? place(view, "antes", Cursor.of(slice.items().getLast()))
                        : "");
        return "complaints/list";
    }

    private static Query placed(Query query, Cursor before, Cursor after) {
        return new Query(
                query.services(),
                query.territories(),
                query.agency(),
                query.status(),
                query.stage(),
                query.from(),
                query.until(),
                before,
                after,
                query.size());
    }

    private static String place(View view, String parameter, Cursor cursor) {
        String rest = ListFilter.query(view, parameter, null);
        return rest + (rest.contains("?") ? "&" : "?") + parameter + "=" + ListFilter.cursor(cursor);
    }

    private static String counted(View view, ListFilter filter, int count) {
        String many = count >= COUNTED
                ? view.msg("complaints.list.atLeast", view.number(COUNTED, 0))
                : view.msg("complaints.list.count", count);
        return filter.any() ? view.msg("complaints.list.filtered", many) : many;
    }
}
