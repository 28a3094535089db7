// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a question apart. */
final class Question {

    /** Words of questions that say nothing of what is looked for. */
    private static final Set<String> ASKING = Set.of(
            "como",
            "cual",
            "cuales",
            "cuando",
            "cuanta",
            "cuantas",
            "cuanto",
            "cuantos",
            "donde",
            "quien",
            "quienes",
            "que",
            "por",
            "para",
            "hay",
            "puedo",
            "puede",
            "debo",
            "quiero",
            "necesito",
            "busco",
            "saber",
            "es",
            "son",
            "esta",
            "estan",
            "se",
            "mi",
            "mis",
            "su",
            "sus",
            "hace",
            "hacer",
            "tengo",
            "tiene",
            "tienen",
            "mas",
            "the",
            "how",
            "what",
            "where",
            "who",
            "which",
            "is",
            "are",
            "do",
            "does",
            "can",
            "my");

    private Question() {}

    /** The words that matter; all of them when none does. A question in quotation marks stays as it is. */
    static String essential(String text) {
        if (text.contains("\"")) {
            return text;
        }
        String words = words(text).stream()
                .filter(word -> !ASKING.contains(folded(word)))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? text : words;
    }

    /** The words of a text as they are written. */
    static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}.,-]+|[.,-]+(?=\\s|$)|(?<=^|\\s)[.,-]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    /** Lower case without accents. */
    static String folded(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
    }
}
