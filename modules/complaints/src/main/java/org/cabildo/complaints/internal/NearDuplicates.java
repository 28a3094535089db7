// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.Tile;

/** Counts requests that repeat an earlier one's service near its place and not long after it. */
final class NearDuplicates {

    private static final double METRES_PER_DEGREE = 111_320;
    private static final int MOST = 10;

    private record Square(String service, long north, long east) {}

    private final Map<Square, List<ReadRequest>> squares = new HashMap<>();
    private final Map<String, Integer> byService = new HashMap<>();
    private final int metres;
    private final Duration time;
    private int count;

    private NearDuplicates(int metres, int days) {
        this.metres = metres;
        this.time = Duration.ofDays(days);
    }

    /** Looks at requests in the order in which they were opened. */
    static NearDuplicates among(List<ReadRequest> requests, int metres, int days) {
        NearDuplicates found = new NearDuplicates(metres, days);
        requests.stream().filter(request -> request.point() != null).forEach(found::look);
        return found;
    }

    int count() {
        return count;
    }

    /** The services with most of them. */
    Map<String, Integer> byService() {
        Map<String, Integer> most = new LinkedHashMap<>();
        byService.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return most;
    }

    private void look(ReadRequest request) {
        double size = metres / METRES_PER_DEGREE;
        double wide =
                size / Math.max(0.01, Math.cos(Math.toRadians(request.point().latitude())));
        long north = (long) Math.floor(request.point().latitude() / size);
        long east = (long) Math.floor(request.point().longitude() / wide);
        boolean repeats = false;
        for (long y = north - 1; y <= north + 1 && !repeats; y++) {
            for (long x = east - 1; x <= east + 1 && !repeats; x++) {
                repeats = squares.getOrDefault(new Square(request.service(), y, x), List.of()).stream()
                        .anyMatch(earlier -> near(earlier, request));
            }
        }
        if (repeats) {
            count++;
            byService.merge(request.service(), 1, Integer::sum);
        }
        squares.computeIfAbsent(new Square(request.service(), north, east), key -> new ArrayList<>())
                .add(request);
    }

    private boolean near(ReadRequest earlier, ReadRequest later) {
        return Duration.between(earlier.opened(), later.opened()).compareTo(time) <= 0
                && Tile.metres(earlier.point(), later.point()) <= metres;
    }
}
