// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Everything that makes one tenant's complaint tracking different from another's. Valid as a whole or not at all, see
 * {@link CatalogueCheck}.
 */
public record Catalogue(
        List<Agency> agencies,
        List<WorkCalendar> calendars,
        List<ServiceLevel> levels,
        List<ServiceGroup> groups,
        List<Service> services,
        List<Route> routes,
        List<Status> statuses,
        List<Transition> transitions,
        List<Reason> reasons,
        List<ResponseTemplate> templates) {

    public Catalogue {
        agencies = Absent.list(agencies);
        calendars = Absent.list(calendars);
        levels = Absent.list(levels);
        groups = Absent.list(groups);
        services = Absent.list(services);
        routes = Absent.list(routes);
        statuses = Absent.list(statuses);
        transitions = Absent.list(transitions);
        reasons = Absent.list(reasons);
        templates = Absent.list(templates);
    }

    public Optional<Service> service(String code) {
        return services.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<ServiceGroup> group(String code) {
        return groups.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<Agency> agency(String code) {
        return agencies.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<WorkCalendar> calendar(String code) {
        return calendars.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<ServiceLevel> level(String code) {
        return levels.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<Status> status(String code) {
        return statuses.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The first state with a role; a valid catalogue has one for the roles of which it needs exactly one. */
    public Status first(Status.Role role) {
        return statuses.stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No state is " + role));
    }

    /** The reasons of a state; none where it needs none. */
    public List<Reason> reasonsOf(String status) {
        return reasons.stream().filter(one -> one.status().equals(status)).toList();
    }

    /** Where one may go from a state. */
    public List<Transition> from(String status) {
        return transitions.stream().filter(one -> one.from().equals(status)).toList();
    }

    public Optional<Transition> transition(String from, String to) {
        return transitions.stream()
                .filter(one -> one.from().equals(from) && one.to().equals(to))
                .findFirst();
    }
}
