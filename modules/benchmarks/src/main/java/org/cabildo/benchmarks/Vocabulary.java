// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.util.Random;

/** Made-up words whose frequencies fall as those of a language do (Zipf's law), the same for the same seed. */
final class Vocabulary {

    private static final String[] SYLLABLES = {
        "ca", "bil", "do", "mu", "ni", "par", "ta", "lo", "ri", "sen", "gua", "ple", "tro", "vi", "ma", "no", "que",
        "res", "cuen", "li"
    };
    private static final int RARE = 50;
    private static final int COMMON_FROM = 20;
    private static final int COMMON = 20;

    private final String[] words;
    private final double[] reach;
    private final Random random;

    Vocabulary(int size, long seed) {
        this.random = new Random(seed);
        this.words = new String[size];
        this.reach = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            words[i] = word(i);
            sum += 1.0 / (i + 1);
            reach[i] = sum;
        }
        for (int i = 0; i < size; i++) {
            reach[i] /= sum;
        }
    }

    /** The number in base 20, written with syllables; at least three of them. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        int rest = number;
        for (int i = 0; i < 3 || rest > 0; i++) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return word.append("z").toString();
    }

    String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int found = java.util.Arrays.binarySearch(reach, random.nextDouble());
            text.append(i == 0 ? "" : " ").append(words[Math.min(words.length - 1, found < 0 ? -found - 1 : found)]);
        }
        return text.toString();
    }

    /** A word that stands in about one of eight hundred thousand places. */
    String rare(int number) {
        return "zanahoria" + word(number % RARE);
    }

    /** A word that stands in about a quarter of texts of eighty words. */
    String common(int number) {
        return words[COMMON_FROM + number % COMMON];
    }
}
