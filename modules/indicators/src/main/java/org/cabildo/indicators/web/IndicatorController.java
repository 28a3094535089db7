// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tile;
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

    private final Indicators indicators;
    private final IndicatorMaps maps;
    private final ViewFactory views;

    IndicatorController(Indicators indicators, IndicatorMaps maps, ViewFactory views) {
        this.maps = maps;
        this.indicators = indicators;
        this.views = views;
    }

    @GetMapping("/indicadores")
    String list(
            @RequestParam(name = "tema", defaultValue = "") String topic,
            @RequestParam(name = "q", defaultValue = "") String words,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        List<Indicator> all = indicators.all(tenant, false);
        List<Indicator> shown = all.stream()
                .filter(indicator -> topic.isEmpty() || indicator.topic().equals(topic))
                .filter(indicator -> matches(view, indicator, words))
                .toList();
        Map<String, List<Observation>> headlines =
                indicators.headlines(tenant, shown.stream().map(Indicator::code).toList()).stream()
                        .collect(Collectors.groupingBy(
                                observation -> observation.series().indicator()));
        Map<String, List<Tile>> byTopic = new LinkedHashMap<>();
        shown.stream()
                .sorted(java.util.Comparator.comparing(Indicator::topic, Topics.ORDER))
                .forEach(indicator -> byTopic.computeIfAbsent(
                                Topics.name(view, indicator.topic()), key -> new ArrayList<>())
                        .add(IndicatorCard.tile(view, indicator, headlines.getOrDefault(indicator.code(), List.of()))));
        model.addAttribute("page", Page.of(view.msg("module.indicators.name")));
        model.addAttribute("byTopic", byTopic);
        model.addAttribute("count", shown.size());
        model.addAttribute("topics", topics(view, all));
        model.addAttribute("topic", topic);
        model.addAttribute("words", words);
        model.addAttribute("chips", chips(view, topic, words));
        return "indicators/list";
    }

    private static boolean matches(View view, Indicator indicator, String words) {
        String text = plain(view.localised(indicator.name()) + " " + view.localised(indicator.description()));
        return words.isBlank()
                || java.util.Arrays.stream(plain(words).split(" +")).allMatch(text::contains);
    }

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static List<Option> topics(View view, List<Indicator> all) {
        return all.stream()
                .map(Indicator::topic)
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .sorted(Topics.ORDER)
                .map(topic -> Option.of(topic, Topics.name(view, topic)))
                .toList();
    }

    private static List<NavLink> chips(View view, String topic, String words) {
        List<NavLink> chips = new ArrayList<>();
        if (!topic.isEmpty()) {
            chips.add(new NavLink(Topics.name(view, topic), view.with("tema", null), "", false));
        }
        if (!words.isBlank()) {
            chips.add(new NavLink(words, view.with("q", null), "", false));
        }
        return chips;
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
        List<Observation> observations = indicators.observations(
                tenant,
                code,
                day == null
                        ? null
                        : day.plusDays(1).atStartOfDay(view.site().zone()).toInstant());
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

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException exception) {
            return null;
        }
    }
}
