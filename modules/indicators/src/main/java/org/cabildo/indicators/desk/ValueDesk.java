// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Indicators.Place;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.Series;
import org.cabildo.indicators.web.Periods;
import org.cabildo.indicators.web.Topics;
import org.cabildo.indicators.web.Wording;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Moment;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An indicator with its values: add one, correct one, see what it was before. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "indicators.edit")
class ValueDesk {

    private static final int SIZE = 50;

    private final Indicators indicators;
    private final ViewFactory views;

    ValueDesk(Indicators indicators, ViewFactory views) {
        this.indicators = indicators;
        this.views = views;
    }

    @GetMapping(IndicatorDesk.ITEM)
    String indicator(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String despues,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        Indicator indicator = IndicatorDesk.find(indicators, view, code);
        Place after = place(despues);
        List<Observation> found = indicators.newest(view.site().requireTenant(), code, after, SIZE + 1);
        List<Observation> shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        model.addAttribute(
                "page",
                Page.of(
                        view.localised(indicator.name()),
                        new Breadcrumb(view.msg("indicators.desk.menu"), IndicatorDesk.PATH)));
        model.addAttribute("indicator", indicator);
        model.addAttribute("item", IndicatorDesk.PATH + "/" + code);
        model.addAttribute("state", view.msg("indicators.desk.state." + IndicatorList.state(indicator)));
        model.addAttribute("tone", IndicatorList.tone(indicator));
        model.addAttribute("facts", facts(view, indicator));
        model.addAttribute("count", indicators.count(view.site().requireTenant(), code));
        model.addAttribute(
                "lines", shown.stream().map(one -> line(view, indicator, one)).toList());
        model.addAttribute("first", after == null ? "" : view.with("despues", null));
        model.addAttribute("next", found.size() > SIZE ? view.with("despues", text(shown.getLast())) : "");
        return "indicators/desk/indicator";
    }

    @GetMapping(IndicatorDesk.ITEM + "/valor")
    String value(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String periodo,
            @RequestParam(defaultValue = "") String territorio,
            @RequestParam(defaultValue = "") String desglose,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        Indicator indicator = IndicatorDesk.find(indicators, view, code);
        List<Observation> history = history(view, code, periodo, territorio, desglose);
        ValueForm form = history.isEmpty() ? ValueForm.empty() : ValueForm.of(view, history.getFirst());
        return form(view, indicator, form, history, model);
    }

    @PostMapping(IndicatorDesk.ITEM + "/valor")
    String record(@PathVariable String code, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        View view = views.of(request);
        Indicator indicator = IndicatorDesk.find(indicators, view, code);
        boolean correction = "true".equals(request.getParameter("correction"));
        ValueForm form = ValueForm.of(request, view, correction);
        List<Observation> history = history(view, code, form.of("period"), form.of("territory"), form.of("breakdown"));
        if (form.errors().isEmpty() && !correction && !history.isEmpty()) {
            form.errors().put("period", view.msg("indicators.desk.error.known"));
        }
        if (!form.errors().isEmpty()) {
            return form(view, indicator, form, correction ? history : List.of(), model);
        }
        int recorded = indicators.record(
                view.site().requireTenant(), List.of(form.recorded(view, code)), Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute(
                "flash", view.msg(recorded == 0 ? "indicators.desk.same" : "indicators.desk.recorded"));
        return "redirect:" + IndicatorDesk.PATH + "/" + code;
    }

    private String form(View view, Indicator indicator, ValueForm form, List<Observation> history, Model model) {
        String name = view.localised(indicator.name());
        String item = IndicatorDesk.PATH + "/" + indicator.code();
        model.addAttribute(
                "page",
                Page.of(
                        view.msg(form.correction() ? "indicators.desk.correct" : "indicators.desk.add"),
                        new Breadcrumb(view.msg("indicators.desk.menu"), IndicatorDesk.PATH),
                        new Breadcrumb(name, item)));
        model.addAttribute("form", form);
        model.addAttribute("errors", form.errors());
        model.addAttribute("item", item);
        model.addAttribute("name", name);
        model.addAttribute("unit", view.localised(indicator.unit()));
        model.addAttribute(
                "what",
                history.isEmpty()
                        ? ""
                        : Periods.label(view, history.getFirst().period()) + " · "
                                + Wording.series(view, history.getFirst().series()));
        model.addAttribute(
                "history",
                history.stream().map(one -> moment(view, indicator, one)).toList());
        return "indicators/desk/value";
    }

    private static Moment moment(View view, Indicator indicator, Observation one) {
        List<String> texts = new ArrayList<>();
        if (!one.source().isEmpty()) {
            texts.add(view.msg("indicators.source") + ": " + one.source() + ".");
        }
        if (!one.origin().isEmpty()) {
            texts.add(view.msg("indicators.desk.origin", one.origin()));
        }
        if (!one.note().isEmpty()) {
            texts.add(one.note());
        }
        return new Moment(
                view.msg("indicators.desk.version", one.version(), Wording.value(view, indicator, one)),
                one.recordedAt(),
                String.join(" ", texts),
                one.author(),
                Tone.NEUTRAL);
    }

    private List<Observation> history(View view, String code, String period, String territory, String breakdown) {
        Optional<Period> when = Period.parse(period);
        try {
            Series series = Series.of(code, territory, Series.breakdown(breakdown));
            return when.map(one -> indicators.history(view.site().requireTenant(), series, one))
                    .orElse(List.of());
        } catch (IllegalArgumentException notPairs) {
            return List.of();
        }
    }

    private static ListedValue line(View view, Indicator indicator, Observation one) {
        return new ListedValue(
                Periods.label(view, one.period()),
                Wording.series(view, one.series()),
                Wording.value(view, indicator, one),
                one.source().isEmpty() ? indicator.source() : one.source(),
                one.note(),
                one.version(),
                IndicatorDesk.PATH + "/" + indicator.code() + "/valor?periodo="
                        + encode(one.period().text())
                        + (one.series().territory().isEmpty()
                                ? ""
                                : "&territorio=" + encode(one.series().territory()))
                        + (one.series().breakdown().isEmpty()
                                ? ""
                                : "&desglose=" + encode(one.series().breakdownText())));
    }

    private static Map<String, String> facts(View view, Indicator indicator) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(view.msg("indicators.code"), indicator.code());
        facts.put(view.msg("indicators.unit"), view.localised(indicator.unit()));
        facts.put(view.msg("indicators.topic"), Topics.name(view, indicator.topic()));
        facts.put(view.msg("indicators.periodicity"), view.msg("indicators.periodicity." + indicator.periodicity()));
        facts.put(view.msg("indicators.source"), indicator.source());
        if (!indicator.office().isEmpty()) {
            facts.put(view.msg("indicators.office"), indicator.office());
        }
        return facts;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(Observation one) {
        return one.period().text() + "~" + one.series().territory() + "~"
                + one.series().breakdownText();
    }

    private static @Nullable Place place(String text) {
        String[] parts = text.split("~", 3);
        return parts.length < 3 ? null : new Place(parts[0], parts[1], parts[2]);
    }
}
