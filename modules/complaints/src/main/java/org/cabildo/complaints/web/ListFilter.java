// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cabildo.complaints.PublicRequests.Cursor;
import org.cabildo.complaints.PublicRequests.Query;
import org.cabildo.complaints.PublicRequests.Stage;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list as its address has them. What cannot be read is left out.
 *
 * @param service code of a service, or of a group with a colon before it
 */
public record ListFilter(
        String service,
        String territory,
        String agency,
        Stage stage,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    private static final String GROUP = ":";

    static ListFilter of(HttpServletRequest request) {
        return new ListFilter(
                RequestPages.line(request, "servicio"),
                RequestPages.line(request, "territorio"),
                RequestPages.line(request, "oficina"),
                stage(RequestPages.line(request, "estado")),
                day(RequestPages.line(request, "desde")),
                day(RequestPages.line(request, "hasta")));
    }

    private static Stage stage(String name) {
        return switch (name) {
            case "abiertos" -> Stage.OPEN;
            case "cerrados" -> Stage.CLOSED;
            case "atrasados" -> Stage.OVERDUE;
            default -> Stage.ALL;
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException exception) {
            return null;
        }
    }

    /** The choice of a stage as the address has it. */
    public String chosen() {
        return switch (stage) {
            case OPEN -> "abiertos";
            case CLOSED -> "cerrados";
            case OVERDUE -> "atrasados";
            case ALL -> "";
        };
    }

    public boolean any() {
        return !service.isEmpty()
                || !territory.isEmpty()
                || !agency.isEmpty()
                || stage != Stage.ALL
                || from != null
                || until != null;
    }

    /** The question to the store; a territory counts with those that lie in it. */
    Query query(View view, Catalogue catalogue, TerritoryTree tree, int size) {
        List<String> services = service.isEmpty()
                ? List.of()
                : service.startsWith(GROUP)
                        ? catalogue.services().stream()
                                .filter(one -> (GROUP + one.group()).equals(service))
                                .map(Service::code)
                                .toList()
                        : List.of(service);
        List<String> territories = new ArrayList<>();
        tree.find(territory).ifPresent(top -> within(tree, top, territories));
        if (!territory.isEmpty() && territories.isEmpty()) {
            territories.add(territory);
        }
        return new Query(
                service.isEmpty() || !services.isEmpty() ? services : List.of(service),
                territories,
                agency,
                "",
                stage,
                start(view, from),
                until == null ? null : start(view, until.plusDays(1)),
                null,
                null,
                size);
    }

    private static void within(TerritoryTree tree, Territory top, List<String> codes) {
        codes.add(top.code());
        tree.children(top.code()).forEach(child -> within(tree, child, codes));
    }

    private static @Nullable Instant start(View view, @Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(view.site().zone()).toInstant();
    }

    /** Services by their groups, to choose from. */
    static List<Option> services(View view, Catalogue catalogue) {
        List<Option> options = new ArrayList<>();
        catalogue.groups().forEach(group -> {
            options.add(Option.of(GROUP + group.code(), view.localised(group.name())));
            catalogue.services().stream()
                    .filter(service -> service.group().equals(group.code()) && shown(service))
                    .forEach(service ->
                            options.add(Option.of(service.code(), "\u2003" + view.localised(service.name()))));
        });
        catalogue.services().stream()
                .filter(service -> service.group().isEmpty() && shown(service))
                .forEach(service -> options.add(Option.of(service.code(), view.localised(service.name()))));
        return options;
    }

    private static boolean shown(Service service) {
        return !service.confidential() && service.emergency().isEmpty();
    }

    static List<Option> stages(View view) {
        return List.of("abiertos", "atrasados", "cerrados").stream()
                .map(name -> Option.of(name, view.msg("complaints.stage." + name)))
                .toList();
    }

    /** Links that remove one filter each. */
    List<NavLink> chips(RequestWords words) {
        View view = words.view();
        List<NavLink> chips = new ArrayList<>();
        if (!service.isEmpty()) {
            String name = service.startsWith(GROUP)
                    ? words.catalogue()
                            .group(service.substring(1))
                            .map(group -> view.localised(group.name()))
                            .orElse(service)
                    : words.service(service);
            chips.add(chip(view, "servicio", name));
        }
        if (!territory.isEmpty()) {
            chips.add(chip(view, "territorio", words.territory(territory)));
        }
        if (!agency.isEmpty()) {
            chips.add(chip(view, "oficina", words.agency(agency)));
        }
        if (stage != Stage.ALL) {
            chips.add(chip(view, "estado", view.msg("complaints.stage." + chosen())));
        }
        if (from != null) {
            chips.add(chip(view, "desde", view.msg("complaints.list.since", view.date(from))));
        }
        if (until != null) {
            chips.add(chip(view, "hasta", view.msg("complaints.list.till", view.date(until))));
        }
        return chips;
    }

    private static NavLink chip(View view, String parameter, String label) {
        return new NavLink(label, query(view, parameter, null), "", false);
    }

    /** The list with another value of a parameter, from its beginning. */
    static String query(View view, String parameter, @Nullable String value) {
        String address = view.with(parameter, value);
        return address.replaceAll("(?<=[?&])(antes|despues)=[^&]*&?", "").replaceAll("[?&]$", "");
    }

    /** A place in the list as an address has it. */
    static String cursor(Cursor cursor) {
        Instant at = cursor.at();
        return "%d.%06d-%d"
                .formatted(at.getEpochSecond(), at.getNano() / 1000, cursor.id())
                .toLowerCase(Locale.ROOT);
    }

    static @Nullable Cursor cursor(String text) {
        if (!text.matches("[0-9]{1,12}\\.[0-9]{6}-[0-9]{1,18}")) {
            return null;
        }
        String[] parts = text.split("[.-]");
        return new Cursor(
                Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1000),
                Long.parseLong(parts[2]));
    }
}
