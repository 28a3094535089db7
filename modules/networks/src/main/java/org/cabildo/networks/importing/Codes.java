// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cabildo.networks.comparison.Entity;

/** Official codes as they stand in files, and the municipalities that they mean. */
final class Codes {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,20}(\\.0+)?");
    private static final Pattern ANY = Pattern.compile("[0-9A-Za-z-]{1,20}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int FAR = 3;
    private static final int HOLDS = 3;
    private static final int SHORT = 4;

    private final int digits;
    private final Map<String, Entity> known = new HashMap<>();
    private final Map<String, String> suggestions = new HashMap<>();

    Codes(int digits) {
        this.digits = digits;
    }

    void add(Entity entity) {
        known.put(entity.code(), entity);
    }

    boolean has(String code) {
        return known.containsKey(code);
    }

    /** The code with the zeros that a spreadsheet took from its beginning. */
    String repaired(String cell) {
        if (digits == 0 || !WHOLE.matcher(cell).matches()) {
            return cell;
        }
        String plain = cell.replaceFirst("\\.0+$", "");
        return plain.length() >= digits ? plain : "0".repeat(digits - plain.length()) + plain;
    }

    boolean wellFormed(String code) {
        return digits == 0 ? ANY.matcher(code).matches() : code.length() == digits && code.matches("[0-9]+");
    }

    /** Code, name and region of the municipality that was probably meant: by its name if the row says one. */
    String nearest(String code, String name) {
        return suggestions.computeIfAbsent(code + "|" + name, key -> search(code, name));
    }

    private String search(String code, String name) {
        Optional<Entity> found = name.isEmpty()
                ? Optional.empty()
                : known.values().stream()
                        .filter(entity -> alike(folded(entity.name()), folded(name)) <= HOLDS)
                        .min(Comparator.comparingInt((Entity entity) ->
                                        alike(folded(entity.name()), folded(name)) * 20 + distance(entity.code(), code))
                                .thenComparing(Entity::code));
        return found.or(() -> known.values().stream()
                        .filter(entity -> distance(entity.code(), code) <= FAR)
                        .min(Comparator.comparingInt((Entity entity) -> distance(entity.code(), code))
                                .thenComparing(Entity::code)))
                .map(Codes::words)
                .orElse("");
    }

    static String words(Entity entity) {
        return entity.code() + " " + entity.name() + (entity.region().isEmpty() ? "" : " (" + entity.region() + ")");
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** How far two names are from each other; one that holds the other is near, as "Villa Azurduy" and "Azurduy" are. */
    private static int alike(String one, String other) {
        boolean holds = Math.min(one.length(), other.length()) >= SHORT && (one.contains(other) || other.contains(one));
        int letters = distance(one, other);
        return letters < HOLDS ? letters : holds ? HOLDS : Integer.MAX_VALUE / 1000;
    }

    /** How many letters have to be changed, added or taken away. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
