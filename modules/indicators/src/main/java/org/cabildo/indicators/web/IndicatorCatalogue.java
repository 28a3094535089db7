// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.springframework.ui.Model;

/** Published indicators by topic, words and age of their newest value: as a page, and as a table of the same. */
final class IndicatorCatalogue {

    /** A value of this or one of so many years before is recent. */
    private static final int RECENT = 5;

    private final View view;
    private final Filter filter;
    private final int year;
    private final List<Indicator> all;
    private final Map<String, List<Observation>> headlines;

    IndicatorCatalogue(Indicators indicators, View view, Filter filter, int year) {
        TenantId tenant = view.site().requireTenant();
        this.view = view;
        this.filter = filter;
        this.year = year;
        this.all = indicators.all(tenant, false);
        this.headlines = indicators
                .headlines(tenant, all.stream().map(Indicator::code).toList())
                .stream()
                .collect(Collectors.groupingBy(one -> one.series().indicator()));
    }

    /**
     * What is asked for; empty means everything.
     *
     * @param recent {@code si} for indicators with a recent value, {@code no} for all others
     */
    record Filter(String topic, String words, String recent) {}

    String show(Model model) {
        List<Indicator> found = found();
        model.addAttribute("page", Page.of(view.msg("module.indicators.name")));
        model.addAttribute("cards", found.stream().map(this::card).toList());
        model.addAttribute("count", found.size());
        model.addAttribute("topics", topics());
        model.addAttribute("topic", filter.topic());
        model.addAttribute("words", filter.words());
        model.addAttribute("recent", filter.recent());
        model.addAttribute("ages", List.of(Option.of("si", age("si")), Option.of("no", age("no"))));
        model.addAttribute("chips", chips());
        String query = view.with("lang", null);
        model.addAttribute("query", query.contains("?") ? query.substring(query.indexOf('?')) : "");
        return "indicators/list";
    }

    void send(TabularFormat format, HttpServletResponse response) throws IOException {
        Table shape = Table.of(
                view.msg("module.indicators.name"),
                view.site().zone(),
                Column.text("code", view.msg("indicators.code")),
                Column.text("name", view.msg("indicators.name")),
                Column.text("topic", view.msg("indicators.topic")),
                Column.text("period", view.msg("indicators.period")),
                Column.decimal("value", view.msg("indicators.value")),
                Column.text("unit", view.msg("indicators.unit")),
                Column.text("direction", view.msg("indicators.direction")),
                Column.decimal("target", view.msg("indicators.targetOnly")),
                Column.text("target_period", view.msg("indicators.targetPeriod")),
                Column.text("source", view.msg("indicators.source")),
                Column.text("source_url", view.msg("indicators.sourceUrl")));
        new Download(shape, format, view.site().slug() + "-indicadores")
                .writeTo(response, SafeDownload.Caching.REVALIDATED, rows -> {
                    for (Indicator indicator : found()) {
                        Optional<Observation> last = last(indicator);
                        rows.row(
                                indicator.code(),
                                view.localised(indicator.name()),
                                Topics.name(view, indicator.topic()),
                                last.map(one -> one.period().text()).orElse(null),
                                last.map(Observation::value).orElse((BigDecimal) null),
                                view.localised(indicator.unit()),
                                indicator.direction().code(),
                                indicator.target(),
                                indicator.targetPeriod(),
                                last.map(Observation::source)
                                        .filter(source -> !source.isEmpty())
                                        .orElse(indicator.source()),
                                last.map(Observation::sourceUrl)
                                        .filter(url -> !url.isEmpty())
                                        .orElse(indicator.sourceUrl()));
                    }
                });
    }

    private List<Indicator> found() {
        return all.stream()
                .filter(one -> filter.topic().isEmpty() || one.topic().equals(filter.topic()))
                .filter(one -> filter.recent().isEmpty() || filter.recent().equals("si") == recent(one))
                .filter(one -> Wording.holds(
                        view.localised(one.name()) + " " + view.localised(one.description()), filter.words()))
                .sorted(Comparator.comparing(Indicator::topic, Topics.ORDER))
                .toList();
    }

    private FigureCard card(Indicator indicator) {
        return new FigureCard(
                Topics.name(view, indicator.topic()),
                IndicatorCard.tile(view, indicator, headlines.getOrDefault(indicator.code(), List.of())));
    }

    /** The newest value that there is. */
    private Optional<Observation> last(Indicator indicator) {
        return headlines.getOrDefault(indicator.code(), List.of()).stream()
                .filter(one -> one.value() != null)
                .max(Comparator.comparing(Observation::period));
    }

    private boolean recent(Indicator indicator) {
        return last(indicator)
                .filter(one -> one.period().year() >= year - RECENT)
                .isPresent();
    }

    private List<Option> topics() {
        return all.stream()
                .map(Indicator::topic)
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .sorted(Topics.ORDER)
                .map(topic -> Option.of(topic, Topics.name(view, topic)))
                .toList();
    }

    private String age(String recent) {
        return view.msg(
                recent.equals("si") ? "indicators.recent.yes" : "indicators.recent.no", String.valueOf(year - RECENT));
    }

    private List<NavLink> chips() {
        List<NavLink> chips = new ArrayList<>();
        if (!filter.words().isBlank()) {
            chips.add(new NavLink("“" + filter.words().strip() + "”", view.with("q", null), "", false));
        }
        if (!filter.topic().isEmpty()) {
            chips.add(new NavLink(Topics.name(view, filter.topic()), view.with("tema", null), "", false));
        }
        if (!filter.recent().isEmpty()) {
            chips.add(new NavLink(age(filter.recent()), view.with("reciente", null), "", false));
        }
        return chips;
    }
}
