// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of measures with its method, compared between the entities of a network.
 *
 * @param name by language tag
 * @param method how figures were chosen and composites are made, by language tag
 * @param fromMembers whether members publish the figures under consent; else they were imported
 * @param published whether the public sees it
 * @param period the last period whose figures it takes, or empty: the newest
 * @param frozenAt when its measures, method and period were fixed for good, or null
 */
public record Edition(
        String slug,
        Map<String, String> name,
        Map<String, String> method,
        boolean fromMembers,
        int order,
        boolean published,
        String period,
        @Nullable Instant frozenAt) {

    /** An edition that is not frozen and takes the newest figures. */
    public Edition(
            String slug,
            Map<String, String> name,
            Map<String, String> method,
            boolean fromMembers,
            int order,
            boolean published) {
        this(slug, name, method, fromMembers, order, published, "", null);
    }

    public boolean frozen() {
        return frozenAt != null;
    }

    /** Whether members are asked for its figures: a draft is nobody's business but the network's. */
    public boolean asks() {
        return fromMembers && (published || frozen());
    }

    public Edition withOrder(int place) {
        return new Edition(slug, name, method, fromMembers, place, published, period, frozenAt);
    }

    public Edition withPublished(boolean seen) {
        return new Edition(slug, name, method, fromMembers, order, seen, period, frozenAt);
    }

    public Edition withFrozenAt(@Nullable Instant instant) {
        return new Edition(slug, name, method, fromMembers, order, published, period, instant);
    }

    public Edition withWords(Map<String, String> newName, Map<String, String> newMethod, String newPeriod) {
        return new Edition(slug, newName, newMethod, fromMembers, order, published, newPeriod, frozenAt);
    }
}
