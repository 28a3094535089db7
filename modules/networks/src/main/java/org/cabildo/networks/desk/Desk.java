// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import java.util.Objects;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.EditionRefused;
import org.cabildo.networks.comparison.Editions;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the screens of editions share. */
@Component("networksDesk")
record Desk(Editions editions, ViewFactory views) {

    static final String PATH = "/gestion/ediciones";
    static final String ONE = PATH + "/{edition:[a-z0-9-]+}";

    Edition edition(View view, String slug) {
        return editions.find(tenant(view), slug).orElseThrow(Desk::nothing);
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static TenantId tenant(View view) {
        return view.site().requireTenant();
    }

    static Actor actor(View view) {
        return Objects.requireNonNull(view.actor());
    }

    /** The way to a page below the list of editions, or below one of them. */
    static Breadcrumb[] way(View view, Edition... below) {
        Breadcrumb list = new Breadcrumb(view.msg("networks.editions.title"), PATH);
        return below.length == 0
                ? new Breadcrumb[] {list}
                : new Breadcrumb[] {list, new Breadcrumb(view.localised(below[0].name()), path(below[0]))};
    }

    static String path(Edition edition) {
        return PATH + "/" + edition.slug();
    }

    /** Does something and says so, or says why the edition's state speaks against it. */
    static boolean tried(View view, RedirectAttributes redirect, Runnable change, String done) {
        try {
            change.run();
            redirect.addFlashAttribute("flash", done);
            return true;
        } catch (EditionRefused refused) {
            redirect.addFlashAttribute("flash", refusal(view, refused));
            return false;
        }
    }

    static String refusal(View view, EditionRefused refused) {
        return view.msg("networks.edition.refused." + refused.reason().name());
    }
}
