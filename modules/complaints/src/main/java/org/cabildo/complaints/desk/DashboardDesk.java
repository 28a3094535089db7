// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Set;
import org.cabildo.complaints.RequestFigures;
import org.cabildo.complaints.RequestFigures.By;
import org.cabildo.complaints.RequestFigures.Line;
import org.cabildo.complaints.RequestFigures.Month;
import org.cabildo.complaints.Worklist;
import org.cabildo.complaints.Worklist.Filter;
import org.cabildo.complaints.Worklist.Matter;
import org.cabildo.complaints.Worklist.Order;
import org.cabildo.complaints.Worklist.Stage;
import org.cabildo.geography.Territories;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.chart.LineChart;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the work goes: numbers that events keep, and what is most pressing. */
@Controller
@Access(value = Access.Audience.STAFF, permission = Seat.WORK)
class DashboardDesk {

    private static final String PATH = Seats.PATH + "/tablero";
    private static final int MONTHS = 12;
    private static final int PRESSING = 8;

    private final Seats seats;
    private final Worklist worklist;
    private final RequestFigures figures;
    private final Territories territories;

    DashboardDesk(Seats seats, Worklist worklist, RequestFigures figures, Territories territories) {
        this.seats = seats;
        this.worklist = worklist;
        this.figures = figures;
        this.territories = territories;
    }

    @GetMapping(PATH)
    String show(@RequestParam(defaultValue = "oficina") String por, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        View view = seat.view();
        LocalDate today = LocalDate.ofInstant(seat.now(), view.site().zone());
        TerritoryTree tree = territories.tree(seat.tenant(), today);
        By by = switch (por) {
            case "servicio" -> By.SERVICE;
            case "territorio" -> By.TERRITORY;
            default -> By.AGENCY;
        };
        YearMonth now = YearMonth.from(today);
        YearMonth from = now.minusMonths(2);
        List<Month> months = figures.months(seat.tenant(), now.minusMonths(MONTHS - 1L), now);
        model.addAttribute(
                "page",
                Page.of(
                        view.msg("complaints.desk.figures"),
                        new Breadcrumb(view.msg("module.complaints.name"), Seats.PATH)));
        model.addAttribute("tabs", seats.tabs(seat, PATH));
        model.addAttribute("tiles", tiles(seat, today, figures.lines(seat.tenant(), By.ALL, from, now)));
        model.addAttribute("chart", chart(view, months));
        model.addAttribute("by", por);
        model.addAttribute("groups", groups(view, by));
        model.addAttribute(
                "lines",
                figures.lines(seat.tenant(), by, from, now).stream()
                        .filter(line -> line.received() + line.closed() + line.open() > 0)
                        .map(line -> line(seat, tree, by, line))
                        .toList());
        model.addAttribute("due", pressing(seat, tree, Matter.NONE, Order.DUE));
        model.addAttribute("unassigned", pressing(seat, tree, Matter.UNASSIGNED, Order.OLDEST));
        return "complaints/desk/dashboard";
    }

    private List<DeskRow> pressing(Seat seat, TerritoryTree tree, Matter matter, Order order) {
        Filter filter = new Filter("", Stage.OPEN, matter, "", "", "", Set.of(), null, "", null, null, false, order);
        return WorklistDesk.rows(
                seat, worklist.list(seat.tenant(), filter, null, PRESSING).requests(), tree);
    }

    private List<Tile> tiles(Seat seat, LocalDate today, List<Line> all) {
        View view = seat.view();
        Line month = figures.since(seat.tenant(), today.minusDays(29));
        Line quarter = all.isEmpty() ? month : all.getFirst();
        return List.of(
                Tile.of(view.msg("complaints.desk.tile.open"), view.number(month.open(), 0), Seats.PATH, "inbox"),
                Tile.of(
                        view.msg("complaints.desk.tile.overdue"),
                        view.number(month.overdue(), 0),
                        Seats.PATH + "?asunto=vencidos&orden=plazo",
                        "clock"),
                Tile.of(view.msg("complaints.desk.tile.received"), view.number(month.received(), 0), "", "plus"),
                Tile.of(view.msg("complaints.desk.tile.closed"), view.number(month.closed(), 0), "", "circle-check"),
                Tile.of(
                        view.msg("complaints.desk.tile.median"),
                        quarter.medianHours() == null ? "—" : view.number(quarter.medianHours() / 24, 1),
                        "",
                        "activity"),
                Tile.of(
                        view.msg("complaints.desk.tile.rating"),
                        quarter.rating() == null ? "—" : view.number(quarter.rating(), 1),
                        "",
                        "star"));
    }

    private static List<NavLink> groups(View view, By by) {
        return List.of(
                new NavLink(view.msg("complaints.desk.fact.agency"), PATH, "", by == By.AGENCY),
                new NavLink(view.msg("complaints.desk.service"), PATH + "?por=servicio", "", by == By.SERVICE),
                new NavLink(
                        view.msg("complaints.desk.fact.territory"), PATH + "?por=territorio", "", by == By.TERRITORY));
    }

    private static DashboardLine line(Seat seat, TerritoryTree tree, By by, Line line) {
        String name = switch (by) {
            case SERVICE -> seat.service(line.code());
            case TERRITORY ->
                tree.find(line.code()).map(one -> one.name()).orElse(seat.view().msg("complaints.desk.noTerritory"));
            default -> seat.agency(line.code());
        };
        String filter = switch (by) {
            case SERVICE -> "servicio";
            case TERRITORY -> "territorio";
            default -> "oficina";
        };
        return new DashboardLine(
                name, line.code().isEmpty() ? "" : Seats.PATH + "?" + filter + "=" + line.code(), line);
    }

    private static LineChart chart(View view, List<Month> months) {
        return LineChart.of(
                months.stream()
                        .map(one -> one.month().getMonth().getDisplayName(TextStyle.SHORT, view.locale()) + " "
                                + one.month().getYear())
                        .toList(),
                List.of(
                        new LineChart.Values(
                                view.msg("complaints.desk.received"),
                                months.stream()
                                        .map(one -> (Double) (double) one.received())
                                        .toList()),
                        new LineChart.Values(
                                view.msg("complaints.desk.closed"),
                                months.stream()
                                        .map(one -> (Double) (double) one.closed())
                                        .toList())),
                null,
                true);
    }
}
