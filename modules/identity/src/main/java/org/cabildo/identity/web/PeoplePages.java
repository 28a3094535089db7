// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.People;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.stereotype.Component;

/** What the pages on people share: words for roles, tabs, the way back. */
@Component
class PeoplePages {

    static final String PATH = "/gestion/personas";
    static final String PROVIDER = PATH + "/ingreso";
    static final String INVITATIONS = PATH + "/invitaciones";

    private final ViewFactory views;
    private final People people;
    private final Invitations invitations;

    PeoplePages(ViewFactory views, People people, Invitations invitations) {
        this.views = views;
        this.people = people;
        this.invitations = invitations;
    }

    View view(HttpServletRequest request) {
        return views.of(request);
    }

    /** A page below the list. */
    static Page below(View view, String title) {
        return Page.of(title, new Breadcrumb(view.msg("module.people.name"), PATH));
    }

    List<NavLink> tabs(View view, boolean members) {
        TenantId tenant = view.site().requireTenant();
        return List.of(
                new NavLink(view.msg("identity.people.tab", people.count(tenant, "", "")), PATH, "users", members),
                new NavLink(
                        view.msg("identity.invitations.tab", invitations.countOpen(tenant)),
                        INVITATIONS,
                        "mail",
                        view.path().startsWith(INVITATIONS)),
                new NavLink(
                        view.msg("identity.provider.tab"),
                        PROVIDER,
                        "key",
                        view.path().startsWith(PROVIDER)));
    }

    /** The roles of a site, each with what it may do. */
    List<Option> options(HttpServletRequest request) {
        View view = view(request);
        Site site = SiteContext.of(request);
        return people.roles(site).stream()
                .map(role -> new Option(role, Roles.name(view, role), explanation(view, site, role)))
                .toList();
    }

    private String explanation(View view, Site site, String role) {
        if (view.hasMsg("role." + role + ".summary")) {
            return view.msg("role." + role + ".summary");
        }
        List<String> allowed = people.permissions(site, role).stream()
                .filter(permission -> view.hasMsg("permission." + permission))
                .map(permission -> view.msg("permission." + permission))
                .toList();
        return allowed.isEmpty() ? "" : String.join(" · ", allowed);
    }

    /** Those of the sent roles that the site can give. */
    Set<String> known(HttpServletRequest request, Collection<String> sent) {
        return people.roles(SiteContext.of(request)).stream()
                .filter(sent::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
