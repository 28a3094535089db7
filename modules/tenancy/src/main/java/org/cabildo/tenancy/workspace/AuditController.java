// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cabildo.platform.Audit;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Rows;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed what, when, from what to what; to read, to filter and to take along. */
@Controller
@Access(value = Access.Audience.STAFF, permission = Permissions.AUDIT)
class AuditController {

    private static final int PAGE = 25;
    private static final int BATCH = 200;

    private final Audit audit;
    private final ModuleCatalogue modules;
    private final ViewFactory views;

    AuditController(Audit audit, ModuleCatalogue modules, ViewFactory views) {
        this.audit = audit;
        this.modules = modules;
        this.views = views;
    }

    @GetMapping(Paths.AUDIT)
    String list(
            HttpServletRequest request,
            Model model,
            @RequestParam(name = "quien", defaultValue = "") String who,
            @RequestParam(name = "area", defaultValue = "") String area,
            @RequestParam(name = "desde", defaultValue = "") String from,
            @RequestParam(name = "hasta", defaultValue = "") String until,
            @RequestParam(name = "antes", defaultValue = "") String olderThan) {
        View view = views.of(request);
        Site site = SiteContext.of(request);
        AuditQuery query = AuditQuery.of(who, area, from, until, olderThan);
        List<Audit.Entry> entries = new ArrayList<>(
                audit.ofTenant(site.requireTenant(), query.filter(site.zone()), query.olderThan(), PAGE + 1));
        boolean more = entries.size() > PAGE;
        if (more) {
            entries.removeLast();
        }
        model.addAttribute("page", Page.of(view.msg("audit.title")));
        model.addAttribute("query", query);
        model.addAttribute(
                "changes", entries.stream().map(entry -> Change.of(view, entry)).toList());
        model.addAttribute("areas", areas(view));
        model.addAttribute("chips", chips(view, query));
        model.addAttribute(
                "next", more ? view.with("antes", entries.getLast().id().toString()) : "");
        return "tenancy/workspace/audit";
    }

    /** The same changes as a table, one line for each field. */
    @GetMapping(Paths.AUDIT + ".csv")
    void table(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "quien", defaultValue = "") String who,
            @RequestParam(name = "area", defaultValue = "") String area,
            @RequestParam(name = "desde", defaultValue = "") String from,
            @RequestParam(name = "hasta", defaultValue = "") String until)
            throws IOException {
        View view = views.of(request);
        Site site = SiteContext.of(request);
        Audit.Filter filter = AuditQuery.of(who, area, from, until, "").filter(site.zone());
        Table table = Table.of(
                view.msg("audit.title"),
                site.zone(),
                Column.instant("at", view.msg("audit.at")),
                Column.text("who", view.msg("audit.who")),
                Column.bool("operator", view.msg("audit.operator")),
                Column.text("action", view.msg("audit.what")),
                Column.text("subject_type", view.msg("audit.subjectType")),
                Column.text("subject", view.msg("audit.subject")),
                Column.text("field", view.msg("audit.field")),
                Column.text("before", view.msg("audit.before")),
                Column.text("after", view.msg("audit.after")));
        new Download(table, TabularFormat.CSV_EXCEL, site.slug() + "-" + view.msg("audit.fileName"))
                .writeTo(response, SafeDownload.Caching.PRIVATE, rows(view, site.requireTenant(), filter));
    }

    private Rows rows(View view, TenantId tenant, Audit.Filter filter) {
        return sink -> {
            List<Audit.Entry> batch = audit.ofTenant(tenant, filter, null, BATCH);
            while (!batch.isEmpty()) {
                for (Audit.Entry entry : batch) {
                    row(view, entry, sink);
                }
                batch = audit.ofTenant(tenant, filter, batch.getLast().id(), BATCH);
            }
        };
    }

    private static void row(View view, Audit.Entry entry, Rows.Sink sink) throws IOException {
        Change change = Change.of(view, entry);
        List<Difference> differences =
                change.differences().isEmpty() ? List.of(new Difference("", "", "")) : change.differences();
        for (Difference difference : differences) {
            sink.row(
                    entry.at(),
                    change.who(view),
                    entry.operator(),
                    change.what(),
                    entry.subjectType(),
                    entry.subjectId(),
                    difference.label(),
                    difference.before(),
                    difference.after());
        }
    }

    private List<Option> areas(View view) {
        Stream<Option> named = modules.all().stream()
                .filter(module -> module.kinds().contains(view.site().kind()))
                .map(ModuleDescriptor::key)
                .filter(key -> view.hasMsg("module." + key + ".name"))
                .map(key -> Option.of(key, view.msg("module." + key + ".name")));
        return Stream.concat(named, Stream.of(Option.of("theme", view.msg("audit.area.theme"))))
                .sorted(java.util.Comparator.comparing(Option::label))
                .toList();
    }

    private List<NavLink> chips(View view, AuditQuery query) {
        List<NavLink> chips = new ArrayList<>();
        if (!query.who().isEmpty()) {
            chips.add(chip(view, "quien", view.msg("audit.who"), query.who()));
        }
        if (!query.area().isEmpty()) {
            String name = areas(view).stream()
                    .filter(area -> area.value().equals(query.area()))
                    .map(Option::label)
                    .findFirst()
                    .orElse(query.area());
            chips.add(chip(view, "area", view.msg("audit.area"), name));
        }
        if (query.from() != null) {
            chips.add(chip(view, "desde", view.msg("audit.from"), view.date(query.from())));
        }
        if (query.until() != null) {
            chips.add(chip(view, "hasta", view.msg("audit.until"), view.date(query.until())));
        }
        return chips;
    }

    private static NavLink chip(View view, String parameter, String name, String value) {
        String href = view.with(parameter, null).replaceFirst("antes=[^&]*&?", "");
        return new NavLink(name + ": " + value, href, "", false);
    }
}
