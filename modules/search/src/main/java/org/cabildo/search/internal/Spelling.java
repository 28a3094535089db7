// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.platform.search.SearchDocument;

/**
 * Corrects a question by the words of the documents that were found for it, so that no word of another tenant or of a
 * module that is off is ever proposed.
 */
final class Spelling {

    private static final int SHORTEST = 4;

    private Spelling() {}

    /** The question with its unknown words replaced by what the documents have, when that changes anything. */
    static Optional<String> corrected(String asked, Collection<SearchDocument> documents) {
        Map<String, String> known = new HashMap<>();
        documents.forEach(document -> {
            learn(known, document.title());
            learn(known, document.summary());
            learn(known, document.body());
        });
        List<String> words = new ArrayList<>();
        boolean changed = false;
        for (String word : Question.words(asked)) {
            String folded = Question.folded(word);
            Optional<String> better =
                    folded.length() < SHORTEST || known.containsKey(folded) ? Optional.empty() : nearest(folded, known);
            words.add(better.orElse(word));
            changed |= better.isPresent();
        }
        return changed ? Optional.of(String.join(" ", words)) : Optional.empty();
    }

    private static void learn(Map<String, String> known, String text) {
        Question.words(text).stream()
                .filter(word -> word.length() >= SHORTEST)
                .forEach(word -> known.putIfAbsent(Question.folded(word), word.toLowerCase(java.util.Locale.ROOT)));
    }

    private static Optional<String> nearest(String word, Map<String, String> known) {
        int allowed = word.length() < 8 ? 1 : 2;
        String best = null;
        int least = allowed + 1;
        for (Map.Entry<String, String> candidate : known.entrySet()) {
            int distance = distance(word, candidate.getKey(), allowed);
            if (distance < least
                    || (distance == least && best != null && candidate.getKey().compareTo(best) < 0)) {
                least = distance;
                best = candidate.getKey();
            }
        }
        return Optional.ofNullable(best).filter(found -> !related(word, found)).map(known::get);
    }

    /** Forms of one word are no slips. */
    private static boolean related(String word, String found) {
        return found.startsWith(word) || word.startsWith(found);
    }

    /** Edits between two words, two neighbours swapped being one; more than allowed is cut short. */
    static int distance(String one, String other, int allowed) {
        if (Math.abs(one.length() - other.length()) > allowed) {
            return allowed + 1;
        }
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cell(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int cell(int[][] edits, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(edits[i - 1][j - 1] + same, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
