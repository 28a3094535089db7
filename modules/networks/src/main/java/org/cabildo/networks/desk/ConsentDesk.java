// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cabildo.networks.Members;
import org.cabildo.networks.comparison.Answers;
import org.cabildo.networks.comparison.Consents;
import org.cabildo.networks.comparison.Consents.Consent;
import org.cabildo.networks.desk.ConsentPage.Act;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Moment;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a municipality decides which of its figures a network may show. */
@Controller
@Access(value = Access.Audience.STAFF, permission = ConsentDesk.PERMISSION, on = SiteKind.MUNICIPALITY)
class ConsentDesk {

    static final String PATH = "/gestion/comparaciones";
    static final String PERMISSION = "consents.decide";

    private static final String ONE = PATH + "/{network:[a-z][a-z0-9-]*}";
    private static final String ACT = ONE + "/{act:permitir|retirar}";
    private static final int SIZE = 30;

    private final Members members;
    private final Answers answers;
    private final Consents consents;
    private final Sites sites;
    private final ViewFactory views;

    ConsentDesk(Members members, Answers answers, Consents consents, Sites sites, ViewFactory views) {
        this.members = members;
        this.answers = answers;
        this.consents = consents;
        this.sites = sites;
        this.views = views;
    }

    @GetMapping(PATH)
    String list(HttpServletRequest request, Model model) {
        View view = views.of(request);
        model.addAttribute("page", Page.of(view.msg("module.consents.name")));
        model.addAttribute(
                "networks",
                members.networksOf(view.site()).stream()
                        .map(network -> page(view, network))
                        .toList());
        return "networks/desk/consents";
    }

    @GetMapping(ONE)
    String show(
            @PathVariable String network,
            @RequestParam(defaultValue = "") String estado,
            @RequestParam(defaultValue = "") String edicion,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        ConsentPage page = page(view, network(view, network));
        model.addAttribute("page", Page.of(page.network().name(), way(view)));
        model.addAttribute("consents", page);
        model.addAttribute("base", PATH + "/" + network);
        model.addAttribute("lines", page.filtered(estado, edicion));
        model.addAttribute("states", ConsentPage.states(view));
        model.addAttribute("state", estado);
        model.addAttribute("editions", page.editions());
        model.addAttribute("edition", edicion);
        model.addAttribute("chips", ConsentPage.chips(view, estado, edicion));
        return "networks/desk/consent";
    }

    /** What granting or withdrawing would mean, before it is done. */
    @GetMapping(ACT)
    String question(
            @PathVariable String network,
            @PathVariable String act,
            @RequestParam(name = "indicador", defaultValue = "") Set<String> codes,
            @RequestParam(defaultValue = "false") boolean todos,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = views.of(request);
        ConsentPage page = page(view, network(view, network));
        List<ConsentLine> concerned = page.concerned(Act.of(act), codes, todos);
        if (concerned.isEmpty()) {
            redirect.addFlashAttribute("flash", view.msg("networks.consent.nothing." + act));
            return "redirect:" + PATH + "/" + network;
        }
        String title = view.msg("networks.consent.ask." + act, concerned.size());
        model.addAttribute(
                "page", Page.of(title, way(view), new Breadcrumb(page.network().name(), PATH + "/" + network)));
        model.addAttribute("consents", page);
        model.addAttribute("base", PATH + "/" + network);
        model.addAttribute("act", act);
        model.addAttribute("lines", concerned);
        return "networks/desk/consentQuestion";
    }

    @PostMapping(ACT)
    String decide(
            @PathVariable String network,
            @PathVariable String act,
            @RequestParam(name = "indicador", defaultValue = "") Set<String> codes,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = views.of(request);
        ConsentPage page = page(view, network(view, network));
        Act wanted = Act.of(act);
        Set<String> concerned = page.concerned(wanted, codes, false).stream()
                .map(ConsentLine::code)
                .collect(Collectors.toCollection(TreeSet::new));
        Actor actor = Objects.requireNonNull(view.actor());
        if (wanted == Act.GRANT) {
            consents.grant(tenant(view), network, concerned, actor);
        } else {
            consents.withdraw(tenant(view), network, concerned, actor);
        }
        redirect.addFlashAttribute(
                "flash",
                concerned.isEmpty()
                        ? view.msg("networks.consent.nothing." + act)
                        : view.msg(
                                "networks.consent.done." + act,
                                concerned.size(),
                                page.network().name()));
        return "redirect:" + PATH + "/" + network;
    }

    @GetMapping(ONE + "/historial")
    String history(
            @PathVariable String network,
            @RequestParam(defaultValue = "0") int desde,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        ConsentPage page = page(view, network(view, network));
        List<Moment> all = ConsentPage.history(view, consents.to(tenant(view), network), names(page));
        int start = Math.clamp(desde, 0, Math.max(0, all.size() - 1));
        model.addAttribute(
                "page",
                Page.of(
                        view.msg("networks.consent.history"),
                        way(view),
                        new Breadcrumb(page.network().name(), PATH + "/" + network)));
        model.addAttribute("base", PATH + "/" + network);
        model.addAttribute("moments", all.subList(start, Math.min(all.size(), start + SIZE)));
        model.addAttribute("total", all.size());
        model.addAttribute("newer", start == 0 ? "" : view.with("desde", start <= SIZE ? null : "" + (start - SIZE)));
        model.addAttribute("older", start + SIZE < all.size() ? view.with("desde", "" + (start + SIZE)) : "");
        return "networks/desk/consentHistory";
    }

    @GetMapping(ONE + "/historial.csv")
    void history(@PathVariable String network, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        View view = views.of(request);
        ConsentPage page = page(view, network(view, network));
        ConsentTable.history(view, network, consents.to(tenant(view), network), names(page), response);
    }

    @GetMapping(ONE + "/permisos.csv")
    void table(@PathVariable String network, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        View view = views.of(request);
        ConsentTable.permissions(view, page(view, network(view, network)), response);
    }

    private static Map<String, String> names(ConsentPage page) {
        return page.lines().stream().collect(Collectors.toMap(ConsentLine::code, ConsentLine::name));
    }

    /** A network that the municipality belongs to; others are not found. */
    private Site network(View view, String slug) {
        return members.networksOf(view.site()).stream()
                .filter(network -> network.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ConsentPage page(View view, Site network) {
        List<Consent> decided = consents.to(tenant(view), network.slug());
        List<ConsentLine> lines =
                ConsentLine.of(view, answers.asked(network), answers.of(view.site(), network), decided);
        return new ConsentPage(network, sites.url(network, "/comparaciones"), lines);
    }

    private static TenantId tenant(View view) {
        return view.site().requireTenant();
    }

    private static Breadcrumb way(View view) {
        return new Breadcrumb(view.msg("module.consents.name"), PATH);
    }
}
