// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import org.cabildo.complaints.RequestFigures;
import org.cabildo.complaints.RequestFigures.By;
import org.cabildo.complaints.RequestFigures.Line;
import org.cabildo.complaints.RequestFigures.Month;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.chart.LineChart;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Freshness;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How well requests are answered, by territory, office and service. */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class FiguresController {

    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final int CHARTED = 12;

    private final RequestFigures figures;
    private final RequestPages pages;

    FiguresController(RequestFigures figures, RequestPages pages) {
        this.figures = figures;
        this.pages = pages;
    }

    /** What the address asks for: how many months up to this one, and by what. */
    private record Question(By by, int months, YearMonth now) {

        static Question of(HttpServletRequest request, RequestWords words) {
            By by = switch (RequestPages.line(request, "por")) {
                case "oficina" -> By.AGENCY;
                case "servicio" -> By.SERVICE;
                default -> By.TERRITORY;
            };
            String months = RequestPages.line(request, "meses");
            return new Question(
                    by,
                    List.of("1", "3", "12", "36").contains(months) ? Integer.parseInt(months) : 3,
                    YearMonth.from(words.now().atZone(words.view().site().zone())));
        }

        YearMonth from() {
            return now.minusMonths(months - 1L);
        }
    }

    @GetMapping("/reportes/cifras")
    String show(HttpServletRequest request, Model model) {
        RequestWords words = pages.words(request);
        View view = words.view();
        TenantId tenant = view.site().requireTenant();
        Freshness.until(request, words.now().plus(FRESH));
        Question question = Question.of(request, words);
        List<Month> months = figures.months(tenant, question.now().minusMonths(CHARTED - 1L), question.now());
        Line all = figures.lines(tenant, By.ALL, question.from(), question.now()).stream()
                .findFirst()
                .orElse(new Line("", 0, 0, 0, 0, 0, 0, null, null, 0, null));
        model.addAttribute(
                "page",
                Page.of(view.msg("complaints.figures.title"), RequestPages.list(view))
                        .describedAs(view.msg("complaints.figures.lead")));
        model.addAttribute("all", line(words, By.ALL, all));
        model.addAttribute(
                "lines",
                figures.lines(tenant, question.by(), question.from(), question.now()).stream()
                        .filter(line -> line.received() + line.closed() + line.open() > 0)
                        .limit(200)
                        .map(line -> line(words, question.by(), line))
                        .toList());
        model.addAttribute("by", question.by().name());
        model.addAttribute("tabs", tabs(view, question.by()));
        model.addAttribute("periods", periods(view));
        model.addAttribute("months", Integer.toString(question.months()));
        model.addAttribute("chart", chart(view, months));
        model.addAttribute("charted", months);
        model.addAttribute(
                "monthNames",
                months.stream().map(month -> name(view, month.month())).toList());
        String data = ListFilter.query(view, "lang", null);
        model.addAttribute(
                "csv", "/reportes/cifras.csv" + (data.contains("?") ? data.substring(data.indexOf('?')) : ""));
        return "complaints/figures";
    }

    private static List<NavLink> tabs(View view, By by) {
        return List.of(
                tab(view, "territorio", by == By.TERRITORY),
                tab(view, "oficina", by == By.AGENCY),
                tab(view, "servicio", by == By.SERVICE));
    }

    private static NavLink tab(View view, String name, boolean current) {
        return new NavLink(view.msg("complaints.figures.by." + name), view.with("por", name), "", current);
    }

    private static List<Option> periods(View view) {
        return List.of("1", "3", "12", "36").stream()
                .map(months -> Option.of(months, view.msg("complaints.figures.months." + months)))
                .toList();
    }

    private static LineChart chart(View view, List<Month> months) {
        return LineChart.of(
                months.stream().map(month -> shortName(view, month.month())).toList(),
                List.of(
                        new LineChart.Values(
                                view.msg("complaints.figures.received"),
                                months.stream()
                                        .map(month -> (Double) (double) month.received())
                                        .toList()),
                        new LineChart.Values(
                                view.msg("complaints.figures.closed"),
                                months.stream()
                                        .map(month -> (Double) (double) month.closed())
                                        .toList())),
                null,
                true);
    }

    /** The chart covers a year, so its labels do without one. */
    private static String shortName(View view, YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, view.locale());
    }

    private static String name(View view, YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, view.locale()) + " " + month.getYear();
    }

    private static FigureLine line(RequestWords words, By by, Line line) {
        View view = words.view();
        String name = switch (by) {
            case ALL -> "";
            case TERRITORY ->
                line.code().isEmpty() ? view.msg("complaints.figures.noTerritory") : words.territory(line.code());
            case AGENCY -> line.code().isEmpty() ? view.msg("complaints.figures.noAgency") : words.agency(line.code());
            case SERVICE -> words.service(line.code());
        };
        String filter = switch (by) {
            case TERRITORY -> "territorio";
            case AGENCY -> "oficina";
            default -> "servicio";
        };
        return new FigureLine(
                name,
                by == By.ALL || line.code().isEmpty() ? "" : "/reportes?" + filter + "=" + line.code(),
                line,
                time(view, line.medianHours()),
                time(view, line.p90Hours()),
                line.closed() == 0
                        ? ""
                        : view.msg(
                                "complaints.figures.percent",
                                view.number(100.0 * (line.closed() - line.late()) / line.closed(), 0)),
                line.rating() == null ? "" : view.number(line.rating(), 1));
    }

    private static String time(View view, @org.jspecify.annotations.Nullable Double hours) {
        if (hours == null) {
            return "";
        }
        return hours < 48
                ? view.msg("complaints.figures.hours", view.number(hours, hours < 10 ? 1 : 0))
                : view.msg("complaints.figures.days", view.number(hours / 24, hours < 240 ? 1 : 0));
    }

    @GetMapping("/reportes/cifras.csv")
    void table(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestWords words = pages.words(request);
        View view = words.view();
        Question question = Question.of(request, words);
        List<Line> lines = figures.lines(view.site().requireTenant(), question.by(), question.from(), question.now());
        Table shape = Table.of(
                "figures",
                view.site().zone(),
                Column.text("code", view.msg("complaints.column.code")),
                Column.text("name", view.msg("complaints.column.name")),
                Column.text("from", view.msg("complaints.filter.from")),
                Column.text("until", view.msg("complaints.filter.until")),
                Column.integer("received", view.msg("complaints.figures.received")),
                Column.integer("closed", view.msg("complaints.figures.closed")),
                Column.integer("closed_late", view.msg("complaints.figures.late")),
                Column.integer("reopened", view.msg("complaints.figures.reopened")),
                Column.integer("open_now", view.msg("complaints.figures.open")),
                Column.integer("overdue_now", view.msg("complaints.figures.overdue")),
                Column.decimal("median_hours", view.msg("complaints.figures.median")),
                Column.decimal("p90_hours", view.msg("complaints.figures.p90")),
                Column.integer("ratings", view.msg("complaints.figures.ratings")),
                Column.decimal("rating", view.msg("complaints.figures.rating")));
        new Download(shape, TabularFormat.CSV, view.site().slug() + "-cifras-de-reportes")
                .writeTo(response, SafeDownload.Caching.REVALIDATED, rows -> {
                    for (Line line : lines) {
                        rows.row(
                                line.code(),
                                line(words, question.by(), line).name(),
                                question.from().toString(),
                                question.now().toString(),
                                line.received(),
                                line.closed(),
                                line.late(),
                                line.reopened(),
                                line.open(),
                                line.overdue(),
                                line.medianHours(),
                                line.p90Hours(),
                                line.ratings(),
                                line.rating());
                    }
                });
    }
}
