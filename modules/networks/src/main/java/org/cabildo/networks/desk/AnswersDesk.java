// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.networks.Member;
import org.cabildo.networks.Members;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.files.SafeDownload.Caching;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Which figures of which members an edition has, as far as the network's own rows know. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "comparisons.edit", on = SiteKind.NETWORK)
class AnswersDesk {

    private static final int SIZE = 50;

    private final Desk desk;
    private final Members members;
    private final Comparisons comparisons;

    AnswersDesk(Desk desk, Members members, Comparisons comparisons) {
        this.desk = desk;
        this.members = members;
        this.comparisons = comparisons;
    }

    @GetMapping(Desk.ONE + "/miembros")
    String list(
            @PathVariable("edition") String slug,
            @RequestParam(defaultValue = "0") int desde,
            HttpServletRequest request,
            Model model) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        List<Measure> measures = desk.editions().measures(Desk.tenant(view), slug);
        Map<String, Map<String, Figure>> figures = figures(view, slug);
        List<Member> all = members.of(Desk.tenant(view));
        int start = Math.clamp(desde, 0, Math.max(0, all.size() - 1));
        model.addAttribute("page", Page.of(view.msg("networks.answers.title"), Desk.way(view, edition)));
        model.addAttribute("base", Desk.path(edition));
        model.addAttribute("measures", measures.size());
        model.addAttribute("total", all.size());
        model.addAttribute(
                "answers",
                all.subList(start, Math.min(all.size(), start + SIZE)).stream()
                        .map(member -> MemberAnswer.of(
                                member, measures, figures.getOrDefault(member.territoryCode(), Map.of())))
                        .toList());
        model.addAttribute("newer", start == 0 ? "" : view.with("desde", start <= SIZE ? null : "" + (start - SIZE)));
        model.addAttribute("older", start + SIZE < all.size() ? view.with("desde", "" + (start + SIZE)) : "");
        return "networks/desk/answers";
    }

    @GetMapping(Desk.ONE + "/miembros.csv")
    void table(@PathVariable("edition") String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        View view = desk.views().of(request);
        desk.edition(view, slug);
        List<Measure> measures = desk.editions().measures(Desk.tenant(view), slug);
        Map<String, Map<String, Figure>> figures = figures(view, slug);
        List<Member> all = members.of(Desk.tenant(view));
        Table table = Table.of(
                view.msg("networks.answers.title"),
                view.site().zone(),
                Column.text("code", view.msg("networks.answers.code")),
                Column.text("member", view.msg("networks.entity")),
                Column.text("indicator", view.msg("networks.consent.indicator")),
                Column.text("name", view.msg("networks.consent.name")),
                Column.text("state", view.msg("networks.consent.state")),
                Column.decimal("value", view.msg("networks.answers.value")),
                Column.text("period", view.msg("networks.measure.period")),
                Column.instant("received", view.msg("networks.answers.received")));
        new Download(table, TabularFormat.CSV_EXCEL, view.site().slug() + "-" + slug + "-miembros")
                .writeTo(response, Caching.PRIVATE, rows -> {
                    for (Member member : all) {
                        for (Measure measure : measures) {
                            Figure figure = figures.getOrDefault(member.territoryCode(), Map.of())
                                    .get(measure.code());
                            rows.row(
                                    member.territoryCode(),
                                    member.name(),
                                    measure.code(),
                                    view.localised(measure.name()),
                                    figure == null ? "absent" : figure.state().code(),
                                    figure == null ? null : figure.value(),
                                    figure == null ? "" : figure.period(),
                                    figure == null ? null : figure.recordedAt());
                        }
                    }
                });
    }

    private Map<String, Map<String, Figure>> figures(View view, String edition) {
        return comparisons.allFigures(Desk.tenant(view), edition).stream()
                .collect(Collectors.groupingBy(Figure::entity, Collectors.toMap(Figure::measure, figure -> figure)));
    }
}
