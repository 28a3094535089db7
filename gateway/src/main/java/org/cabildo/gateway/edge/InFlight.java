// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.edge;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts what is under way by key, up to a limit; keys with nothing under way take no room. */
class InFlight<K> {

    private final ConcurrentMap<K, Integer> counts = new ConcurrentHashMap<>();
    private final int limit;

    InFlight(int limit) {
        this.limit = limit;
    }

    /** Whether there was room for one more; if so it must leave again. */
    boolean enter(K key) {
        boolean[] entered = new boolean[1];
        counts.compute(key, (same, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < limit;
            return entered[0] ? Integer.valueOf(before + 1) : count;
        });
        return entered[0];
    }

    void leave(K key) {
        counts.computeIfPresent(key, (same, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    int keys() {
        return counts.size();
    }
}
