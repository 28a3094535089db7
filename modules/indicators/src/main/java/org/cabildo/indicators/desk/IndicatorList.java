// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.web.Periods;
import org.cabildo.indicators.web.Topics;
import org.cabildo.indicators.web.Wording;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.springframework.ui.Model;

/** The list of indicators by words, topic and state. */
final class IndicatorList {

    private static final int SIZE = 50;
    private static final List<String> STATES = List.of("published", "draft", "archived");

    private final Indicators indicators;
    private final View view;
    private final String words;
    private final String topic;
    private final String state;
    private final List<Indicator> all;

    IndicatorList(Indicators indicators, View view, String words, String topic, String state) {
        this.indicators = indicators;
        this.view = view;
        this.words = words.strip();
        this.topic = topic;
        this.state = STATES.contains(state) ? state : "";
        this.all = indicators.all(view.site().requireTenant(), true);
    }

    String show(String after, Model model) {
        List<Indicator> found = found();
        int from = 0;
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).code().equals(after)) {
                from = i + 1;
            }
        }
        List<Indicator> shown = found.subList(from, Math.min(found.size(), from + SIZE));
        model.addAttribute("page", Page.of(view.msg("indicators.desk.menu")));
        model.addAttribute("q", words);
        model.addAttribute("topic", topic);
        model.addAttribute("state", state);
        model.addAttribute("topics", topics());
        model.addAttribute(
                "states",
                STATES.stream()
                        .map(code -> Option.of(code, view.msg("indicators.desk.state." + code)))
                        .toList());
        model.addAttribute("chips", chips());
        model.addAttribute("count", found.size());
        model.addAttribute("lines", lines(shown));
        model.addAttribute("first", from > 0 ? view.with("despues", null) : "");
        model.addAttribute(
                "next",
                from + SIZE < found.size()
                        ? view.with("despues", shown.getLast().code())
                        : "");
        String query = view.with("despues", null);
        model.addAttribute(
                "csv",
                IndicatorDesk.PATH + "/indicadores.csv"
                        + (query.contains("?") ? query.substring(query.indexOf('?')) : ""));
        return "indicators/desk/list";
    }

    void send(HttpServletResponse response) throws IOException {
        Table shape = Table.of(
                view.msg("module.indicators.name"),
                view.site().zone(),
                Column.text("code", view.msg("indicators.code")),
                Column.text("name", view.msg("indicators.desk.name")),
                Column.text("topic", view.msg("indicators.topic")),
                Column.text("value", view.msg("indicators.desk.last")),
                Column.text("period", view.msg("indicators.period")),
                Column.text("state", view.msg("indicators.desk.state")));
        List<ListedIndicator> lines = lines(found());
        new Download(shape, TabularFormat.CSV_EXCEL, view.site().slug() + "-indicadores")
                .writeTo(response, SafeDownload.Caching.PRIVATE, rows -> {
                    for (ListedIndicator line : lines) {
                        rows.row(line.code(), line.name(), line.topic(), line.value(), line.period(), line.state());
                    }
                });
    }

    private List<Indicator> found() {
        return all.stream()
                .filter(indicator -> topic.isEmpty() || indicator.topic().equals(topic))
                .filter(indicator -> state.isEmpty()
                        ? !indicator.archived()
                        : state(indicator).equals(state))
                .filter(indicator -> Wording.holds(
                        indicator.code() + " " + view.localised(indicator.name()) + " " + indicator.office(), words))
                .toList();
    }

    private List<ListedIndicator> lines(List<Indicator> shown) {
        Map<String, List<Observation>> headlines =
                indicators
                        .headlines(
                                view.site().requireTenant(),
                                shown.stream().map(Indicator::code).toList())
                        .stream()
                        .collect(Collectors.groupingBy(one -> one.series().indicator()));
        return shown.stream()
                .map(indicator -> line(indicator, headlines.getOrDefault(indicator.code(), List.of())))
                .toList();
    }

    private ListedIndicator line(Indicator indicator, List<Observation> headline) {
        Function<Observation, String> value = one -> Wording.value(view, indicator, one);
        Observation last =
                headline.stream().max(Comparator.comparing(Observation::period)).orElse(null);
        String code = state(indicator);
        return new ListedIndicator(
                indicator.code(),
                view.localised(indicator.name()),
                Topics.name(view, indicator.topic()),
                last == null ? "" : value.apply(last),
                last == null ? "" : Periods.label(view, last.period()),
                view.msg("indicators.desk.state." + code),
                tone(indicator));
    }

    static String state(Indicator indicator) {
        return indicator.archived() ? "archived" : indicator.published() ? "published" : "draft";
    }

    static Tone tone(Indicator indicator) {
        return indicator.archived() ? Tone.WARNING : indicator.published() ? Tone.GOOD : Tone.NEUTRAL;
    }

    private List<Option> topics() {
        return all.stream()
                .map(Indicator::topic)
                .filter(one -> !one.isEmpty())
                .distinct()
                .sorted(Topics.ORDER)
                .map(one -> Option.of(one, Topics.name(view, one)))
                .toList();
    }

    private List<NavLink> chips() {
        List<NavLink> chips = new ArrayList<>();
        if (!words.isEmpty()) {
            chips.add(new NavLink("“" + words + "”", view.with("q", null), "", false));
        }
        if (!topic.isEmpty()) {
            chips.add(new NavLink(Topics.name(view, topic), view.with("tema", null), "", false));
        }
        Stream.of(state)
                .filter(code -> !code.isEmpty())
                .forEach(code -> chips.add(
                        new NavLink(view.msg("indicators.desk.state." + code), view.with("estado", null), "", false)));
        return chips;
    }
}
