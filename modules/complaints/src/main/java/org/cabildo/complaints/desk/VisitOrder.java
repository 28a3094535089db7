// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Tile;
import org.cabildo.geography.GeoPoint;
import org.jspecify.annotations.Nullable;

/** The order of visits: always the nearest that is left. Requests without a point come last, as they were given. */
final class VisitOrder {

    private VisitOrder() {}

    /** @param start where the way begins; null: at the northernmost visit */
    static List<ServiceRequest> of(List<ServiceRequest> requests, @Nullable GeoPoint start) {
        List<ServiceRequest> left = new ArrayList<>(
                requests.stream().filter(one -> one.point() != null).toList());
        List<ServiceRequest> way = new ArrayList<>();
        GeoPoint here = start != null
                ? start
                : left.stream()
                        .map(ServiceRequest::point)
                        .max(Comparator.comparingDouble(GeoPoint::latitude))
                        .orElse(null);
        while (!left.isEmpty() && here != null) {
            GeoPoint from = here;
            ServiceRequest next = left.stream()
                    .min(Comparator.comparingDouble(one -> Tile.metres(from, one.point())))
                    .orElseThrow();
            left.remove(next);
            way.add(next);
            here = next.point();
        }
        requests.stream().filter(one -> one.point() == null).forEach(way::add);
        return way;
    }

    /** Length of the way between the visits as the crow flies. */
    static double kilometres(List<ServiceRequest> way) {
        double metres = 0;
        for (int i = 1; i < way.size(); i++) {
            if (way.get(i - 1).point() != null && way.get(i).point() != null) {
                metres += Tile.metres(way.get(i - 1).point(), way.get(i).point());
            }
        }
        return metres / 1_000;
    }
}
