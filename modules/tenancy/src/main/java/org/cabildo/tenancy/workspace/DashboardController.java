// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cabildo.platform.Audit;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Action;
import org.cabildo.platform.web.Attention;
import org.cabildo.platform.web.AttentionSource;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The workspace's first page: what waits, what the person may do, what changed, what is on. */
@Controller
class DashboardController {

    private static final int LATEST = 6;

    private final List<AttentionSource> sources;
    private final ModuleCatalogue modules;
    private final ModuleCards cards;
    private final Audit audit;
    private final ViewFactory views;
    private final Clock clock;

    DashboardController(
            List<AttentionSource> sources,
            ModuleCatalogue modules,
            ModuleCards cards,
            Audit audit,
            ViewFactory views,
            Clock clock) {
        this.sources = sources;
        this.modules = modules;
        this.cards = cards;
        this.audit = audit;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(Paths.DASHBOARD)
    @Access(Access.Audience.STAFF)
    String dashboard(HttpServletRequest request, Model model) {
        View view = views.of(request);
        model.addAttribute("page", Page.of(view.msg("workspace.dashboard")));
        model.addAttribute(
                "today",
                view.date(LocalDate.ofInstant(clock.instant(), view.site().zone())));
        model.addAttribute("attention", attention(view));
        model.addAttribute("actions", actions(view));
        model.addAttribute("latest", latest(view));
        model.addAttribute("modules", cards.switchable(view));
        return "tenancy/workspace/dashboard";
    }

    private List<Attention> attention(View view) {
        return sources.stream()
                .filter(source -> view.site().has(source.module()))
                .flatMap(source -> source.attention(view).stream())
                .sorted(Comparator.comparing(item -> order(item)))
                .toList();
    }

    private static int order(Attention item) {
        return switch (item.tone()) {
            case BAD -> 0;
            case WARNING -> 1;
            case INFO, NEUTRAL, GOOD -> 2;
        };
    }

    /** The workspace's menu with a sentence for each entry: {@code <label>.hint}, else what its module is for. */
    private List<Action> actions(View view) {
        List<ModuleDescriptor.Entry> entries = new ArrayList<>();
        modules.all().stream()
                .filter(module -> view.site().has(module.key()))
                .flatMap(module -> module.staffNavigation().stream())
                .filter(entry -> entry.permission().isEmpty() || view.can(entry.permission()))
                .filter(entry -> !entry.path().equals(Paths.DASHBOARD))
                .forEach(entries::add);
        return entries.stream()
                .sorted(Comparator.comparingInt(ModuleDescriptor.Entry::order))
                .map(entry ->
                        new Action(view.msg(entry.label()), entry.path(), hint(view, entry.label()), entry.icon()))
                .toList();
    }

    private static String hint(View view, String label) {
        String summary = label.replaceFirst("\\.name$", ".summary");
        for (String key : List.of(label + ".hint", summary)) {
            if (!key.equals(label) && view.hasMsg(key)) {
                return view.msg(key);
            }
        }
        return "";
    }

    private List<Change> latest(View view) {
        if (!view.can(Permissions.AUDIT)) {
            return List.of();
        }
        return audit.ofTenant(view.site().requireTenant(), Audit.Filter.ALL, null, LATEST).stream()
                .map(entry -> Change.of(view, entry))
                .toList();
    }
}
