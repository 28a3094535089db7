// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cabildo.networks.comparison.Entity;

/** Names by which entities are told apart: those that repeat are followed by their region. */
final class EntityNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int FOUND = 12;

    private final Map<String, Integer> known = new HashMap<>();
    private final Map<String, Entity> byCode = new HashMap<>();

    EntityNames(Collection<Entity> all) {
        all.forEach(entity -> {
            known.merge(entity.name(), 1, Integer::sum);
            byCode.put(entity.code(), entity);
        });
    }

    String title(Entity entity) {
        boolean repeated =
                known.getOrDefault(entity.name(), 0) > 1 && !entity.region().isEmpty();
        return repeated ? entity.name() + " (" + entity.region() + ")" : entity.name();
    }

    /** The name of a code, or the code itself when nobody has it. */
    String title(String code) {
        Entity entity = byCode.get(code);
        return entity == null ? code : title(entity);
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    /** Entities whose name holds a text, or whose code is that text; names that begin with it first. */
    List<Entity> find(String text) {
        String wanted = folded(text);
        return wanted.isEmpty()
                ? List.of()
                : byCode.values().stream()
                        .filter(entity -> folded(entity.name()).contains(wanted)
                                || entity.code().equals(text.strip()))
                        .sorted(Comparator.comparing((Entity entity) ->
                                        !folded(entity.name()).startsWith(wanted))
                                .thenComparing(entity -> folded(entity.name()))
                                .thenComparing(Entity::code))
                        .limit(FOUND)
                        .toList();
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
