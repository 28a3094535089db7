// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Territories by where they lie. One whose parent is not among them stands at the top. */
public final class TerritoryTree {

    private static final String TOP = "";
    private static final Comparator<Territory> ORDER =
            Comparator.comparingInt(Territory::order).thenComparing(Territory::code);

    private final Map<String, Territory> byCode = new LinkedHashMap<>();
    private final Map<String, List<Territory>> byParent = new HashMap<>();

    private TerritoryTree(Collection<Territory> territories) {
        territories.stream().sorted(ORDER).forEach(territory -> byCode.put(territory.code(), territory));
        byCode.values()
                .forEach(territory -> byParent.computeIfAbsent(parent(territory), key -> new ArrayList<>())
                        .add(territory));
    }

    /**
     * Puts territories in order.
     *
     * @throws IllegalArgumentException when one lies in itself, directly or through others
     */
    public static TerritoryTree of(Collection<Territory> territories) {
        TerritoryTree tree = new TerritoryTree(territories);
        tree.byCode.values().forEach(tree::way);
        return tree;
    }

    private String parent(Territory territory) {
        return territory.parent() == null || !byCode.containsKey(territory.parent()) ? TOP : territory.parent();
    }

    public boolean empty() {
        return byCode.isEmpty();
    }

    public int size() {
        return byCode.size();
    }

    public Optional<Territory> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those that lie in no other. */
    public List<Territory> top() {
        return byParent.getOrDefault(TOP, List.of());
    }

    public List<Territory> children(String code) {
        return byParent.getOrDefault(code, List.of());
    }

    /** The territories that one lies in, the broadest first, without itself. */
    public List<Territory> way(Territory territory) {
        List<Territory> way = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Territory current = territory;
        while (!parent(current).equals(TOP)) {
            if (!seen.add(current.code())) {
                throw new IllegalArgumentException(territory.code() + " lies in itself");
            }
            current = byCode.get(parent(current));
            way.addFirst(current);
        }
        return way;
    }

    /** All of them, each before those that lie in it. */
    public List<Territory> all() {
        List<Territory> all = new ArrayList<>();
        top().forEach(territory -> add(territory, all));
        return all;
    }

    private void add(Territory territory, List<Territory> all) {
        all.add(territory);
        children(territory.code()).forEach(child -> add(child, all));
    }
}
