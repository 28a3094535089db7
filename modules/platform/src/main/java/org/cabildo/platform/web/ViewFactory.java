// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the view of a request, for templates and for controllers that need words or formats of the site. */
@Component
public class ViewFactory {

    final MessageSource messages;
    final Assets assets;
    final ModuleCatalogue modules;
    final Sites sites;
    final Actors actors;

    ViewFactory(MessageSource messages, Assets assets, ModuleCatalogue modules, Sites sites, Actors actors) {
        this.messages = messages;
        this.assets = assets;
        this.modules = modules;
        this.sites = sites;
        this.actors = actors;
    }

    /** Who acts; nobody on the page of a server error, since whoever knows people may be what failed. */
    Optional<Actor> actor(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return failed instanceof Integer status && status >= 500 ? Optional.empty() : actors.of(request);
    }

    /** The view of a request that has a site. */
    public View of(HttpServletRequest request) {
        return of(request, SiteLocale.of(request));
    }

    /** The same in another of the site's languages, for texts that are made beside the page. */
    public View of(HttpServletRequest request, Locale locale) {
        Site site = SiteContext.of(request);
        return new RequestView(this, site, locale, request);
    }
}
