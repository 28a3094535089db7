// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Indicators for readers: the list by topic, and each with its trend, its values and how it is made. */
@Controller
@Access(Access.Audience.PUBLIC)
class IndicatorController {

    private static final int MOST = 500;

    private final Indicators indicators;
    private final IndicatorMaps maps;
    private final ViewFactory views;
    private final Clock clock;

    IndicatorController(Indicators indicators, IndicatorMaps maps, ViewFactory views, Clock clock) {
        this.maps = maps;
        this.indicators = indicators;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/indicadores")
    String list(
            @RequestParam(name = "tema", defaultValue = "") String topic,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "reciente", defaultValue = "") String recent,
            HttpServletRequest request,
            Model model) {
        return catalogue(request, topic, words, recent).show(model);
    }

    @GetMapping("/indicadores/datos.{format:csv|xlsx|json}")
    void table(
            @PathVariable String format,
            @RequestParam(name = "tema", defaultValue = "") String topic,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "reciente", defaultValue = "") String recent,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        catalogue(request, topic, words, recent).send(TabularFormat.of(format).orElseThrow(), response);
    }

    private IndicatorCatalogue catalogue(HttpServletRequest request, String topic, String words, String recent) {
        View view = views.of(request);
        String age = recent.equals("si") || recent.equals("no") ? recent : "";
        int year = LocalDate.ofInstant(clock.instant(), view.site().zone()).getYear();
        return new IndicatorCatalogue(indicators, view, new IndicatorCatalogue.Filter(topic, words, age), year);
    }

    @GetMapping("/indicadores/{code:[a-z0-9][a-z0-9._-]*}")
    String indicator(
            @PathVariable String code,
            @RequestParam(name = "al", required = false) @Nullable String knownOn,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        Indicator indicator = indicators
                .find(tenant, code)
                .filter(Indicator::published)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        LocalDate day = day(knownOn);
        List<Observation> observations = day == null
                ? known(tenant, code)
                : indicators.observations(
                        tenant,
                        code,
                        day.plusDays(1).atStartOfDay(view.site().zone()).toInstant());
        model.addAttribute(
                "page",
                Page.of(
                                view.localised(indicator.name()),
                                new Breadcrumb(view.msg("module.indicators.name"), "/indicadores"))
                        .describedAs(view.localised(indicator.description())));
        model.addAttribute("sheet", IndicatorSheet.of(view, indicator, observations, maps.names(view), day));
        model.addAttribute(
                "map", maps.of(request, view, indicator, observations).orElse(null));
        return "indicators/indicator";
    }

    /** Everything that is known, or of very much the whole of the headline and the newest of the rest. */
    private List<Observation> known(TenantId tenant, String code) {
        if (indicators.count(tenant, code) <= MOST) {
            return indicators.observations(tenant, code, null);
        }
        List<Observation> some = new ArrayList<>(indicators.headlines(tenant, List.of(code)));
        indicators.newest(tenant, code, null, MOST).stream()
                .filter(observation -> !observation.series().headline())
                .forEach(some::add);
        return some;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException exception) {
            return null;
        }
    }
}
