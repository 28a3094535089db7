// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Route;

/** Finds the office: service, then territory, then answer, in the order of the tenant's routes. */
final class Routing {

    private Routing() {}

    /**
     * The office of a request; empty when no route fits.
     *
     * @param territories all territories that the place lies in, the smallest and those around it
     */
    static String agency(
            Catalogue catalogue, String service, Set<String> territories, Map<String, List<String>> answers) {
        for (Route route : catalogue.routes()) {
            if ((route.service().isEmpty() || route.service().equals(service))
                    && (route.territory().isEmpty() || territories.contains(route.territory()))
                    && (route.question().isEmpty()
                            || answers.getOrDefault(route.question(), List.of()).contains(route.answer()))) {
                return route.agency();
            }
        }
        return "";
    }
}
