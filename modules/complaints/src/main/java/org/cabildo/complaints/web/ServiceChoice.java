// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.ServiceGroup;
import org.cabildo.platform.web.View;

/**
 * What can be reported, in groups.
 *
 * @param groups each with what was asked for
 * @param emergencies what is not reported but called
 * @param grouped whether only groups are shown, because everything would be too much
 */
public record ServiceChoice(List<Group> groups, List<Emergency> emergencies, boolean grouped) {

    private static final int MOST = 60;

    /** A group of services; without services where only groups are shown. */
    public record Group(String code, String name, String icon, List<Item> items) {}

    /** A service to choose. */
    public record Item(String code, String name, String text, boolean confidential) {}

    /** What to do in danger. */
    public record Emergency(String name, String phone, String text) {}

    /**
     * Everything that can be reported, or what fits some words or lies in a group.
     *
     * @param words that somebody searches for, may be empty
     * @param group code of the only group that is shown, may be empty
     */
    static ServiceChoice of(View view, Catalogue catalogue, String words, String group) {
        List<Service> fitting = catalogue.services().stream()
                .filter(Service::reportable)
                .filter(service -> words.isBlank() || fits(view, service, words))
                .toList();
        boolean grouped = words.isBlank() && group.isEmpty() && fitting.size() > MOST;
        List<Group> groups = new ArrayList<>();
        for (ServiceGroup one : catalogue.groups()) {
            if (!group.isEmpty() && !group.equals(one.code())) {
                continue;
            }
            add(view, groups, one.code(), view.localised(one.name()), one.icon(), fitting, grouped);
        }
        if (group.isEmpty()) {
            add(view, groups, "", view.msg("complaints.report.others"), "more", fitting, grouped);
        }
        List<Emergency> emergencies = catalogue.services().stream()
                .filter(service -> !service.retired() && !service.emergency().isEmpty())
                .map(service -> new Emergency(
                        view.localised(service.name()), service.emergency(), view.localised(service.instead())))
                .toList();
        return new ServiceChoice(groups, emergencies, grouped);
    }

    private static void add(
            View view,
            List<Group> groups,
            String code,
            String name,
            String icon,
            List<Service> fitting,
            boolean grouped) {
        List<Item> items = fitting.stream()
                .filter(service -> service.group().equals(code))
                .map(service -> new Item(
                        service.code(),
                        view.localised(service.name()),
                        view.localised(service.description()),
                        service.confidential()))
                .toList();
        if (!items.isEmpty()) {
            groups.add(new Group(code, name, icon, grouped ? List.of() : items));
        }
    }

    private static boolean fits(View view, Service service, String words) {
        String all = plain(view.localised(service.name()) + " " + view.localised(service.description()) + " "
                + service.keywords());
        for (String word : plain(words).split("[^\\p{L}\\p{N}]+")) {
            String stem = word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
            if (!all.contains(stem)) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
