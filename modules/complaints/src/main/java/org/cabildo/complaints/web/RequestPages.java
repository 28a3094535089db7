// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.stereotype.Component;

/** What pages of requests have in common. */
@Component
class RequestPages {

    static final String LIST = "/reportes";

    private final ViewFactory views;
    private final Catalogues catalogues;
    private final RequestMaps maps;
    private final Clock clock;

    RequestPages(ViewFactory views, Catalogues catalogues, RequestMaps maps, Clock clock) {
        this.views = views;
        this.catalogues = catalogues;
        this.maps = maps;
        this.clock = clock;
    }

    /** The words of a request for a page. */
    RequestWords words(HttpServletRequest request) {
        View view = views.of(request);
        return new RequestWords(
                view, catalogues.of(view.site().requireTenant()), maps.tree(view.site()), clock.instant());
    }

    static Breadcrumb list(View view) {
        return new Breadcrumb(view.msg("module.complaints.name"), LIST);
    }

    /** One line of a form: without line breaks and control characters. */
    static String line(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    /** Several lines of a form. */
    static String lines(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                        .strip();
    }
}
