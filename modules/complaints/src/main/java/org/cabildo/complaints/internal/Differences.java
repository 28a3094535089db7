// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Catalogue;

/** What one catalogue has and another has not, by kind, for the record of changes. */
final class Differences {

    private Differences() {}

    static Map<String, List<Object>> left(Catalogue one, Catalogue other) {
        Map<String, List<Object>> left = new LinkedHashMap<>();
        add(left, "agencies", one.agencies(), other.agencies());
        add(left, "calendars", one.calendars(), other.calendars());
        add(left, "levels", one.levels(), other.levels());
        add(left, "groups", one.groups(), other.groups());
        add(left, "services", one.services(), other.services());
        add(left, "routes", one.routes(), other.routes());
        add(left, "statuses", one.statuses(), other.statuses());
        add(left, "transitions", one.transitions(), other.transitions());
        add(left, "reasons", one.reasons(), other.reasons());
        add(left, "templates", one.templates(), other.templates());
        return left;
    }

    private static void add(Map<String, List<Object>> left, String kind, List<?> one, List<?> other) {
        List<Object> only = new ArrayList<>(one);
        only.removeAll(other);
        if (!only.isEmpty()) {
            left.put(kind, only);
        }
    }
}
