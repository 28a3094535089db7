// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Worklist;
import org.cabildo.platform.Colleagues;
import org.cabildo.platform.Colleagues.Colleague;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds who sits at the desk, and the requests that they may see. */
@Component
class Seats {

    static final String PATH = "/gestion/reportes";

    private final ViewFactory views;
    private final Worklist worklist;
    private final ObjectProvider<Colleagues> colleagues;
    private final Clock clock;

    Seats(ViewFactory views, Worklist worklist, ObjectProvider<Colleagues> colleagues, Clock clock) {
        this.views = views;
        this.worklist = worklist;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    Seat of(HttpServletRequest request) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        return new Seat(
                view, tenant, Objects.requireNonNull(view.actor()), worklist.catalogue(tenant), clock.instant());
    }

    /** A request; one that the person may not see is missing. */
    ServiceRequest find(Seat seat, long id) {
        return worklist.find(seat.tenant(), id)
                .filter(seat::sees)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The same for somebody who wants to change it. */
    ServiceRequest find(Seat seat, long id, String permission) {
        ServiceRequest found = find(seat, id);
        if (!seat.may(found, permission)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return found;
    }

    /** Those to whom a request can be given. */
    List<Colleague> colleagues(Seat seat, boolean confidential) {
        Colleagues known = colleagues.getIfAvailable();
        return known == null ? List.of() : known.with(seat.view().site(), confidential ? Seat.CONFIDENTIAL : Seat.WORK);
    }

    List<Option> people(Seat seat, boolean confidential) {
        return colleagues(seat, confidential).stream()
                .map(one -> Option.of(one.person().toString(), one.name().isBlank() ? one.email() : one.name()))
                .toList();
    }

    Optional<Colleague> colleague(Seat seat, boolean confidential, UUID person) {
        return colleagues(seat, confidential).stream()
                .filter(one -> one.person().equals(person))
                .findFirst();
    }

    /** The pages of the desk that the person may open. */
    List<NavLink> tabs(Seat seat, String current) {
        List<NavLink> tabs = new ArrayList<>();
        if (seat.actor().can(Seat.WORK)) {
            tabs.add(tab(seat, "complaints.desk.inbox", PATH, current));
            tabs.add(tab(seat, "complaints.desk.figures", PATH + "/tablero", current));
        }
        if (seat.actor().can(Seat.CONFIDENTIAL)) {
            tabs.add(tab(seat, "complaints.desk.confidential", PATH + "/confidenciales", current));
        }
        if (seat.actor().can(Seat.CONFIGURE)) {
            tabs.add(tab(seat, "complaints.settings.title", PATH + "/ajustes", current));
        }
        return tabs;
    }

    private static NavLink tab(Seat seat, String label, String path, String current) {
        return new NavLink(seat.view().msg(label), path, "", path.equals(current));
    }
}
