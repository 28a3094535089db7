// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a public body as sentences use it: Spanish ones put an article before it, which follows its first word.
 *
 * @param first at the beginning of a sentence
 * @param within inside of a sentence
 * @param owning after "de" or "of"
 */
record BodyName(String first, String within, String owning) {

    private static final Pattern ARTICLE = Pattern.compile("(?i)(el|la|los|las) .*");
    private static final Pattern FEMININE = Pattern.compile("(?i)(.*(ción|sión|dad|a)|red)");

    static BodyName of(String officialName, String language) {
        if (!language.equals("es")) {
            return new BodyName(officialName, officialName, officialName);
        }
        if (ARTICLE.matcher(officialName).matches()) {
            String within = officialName.substring(0, 1).toLowerCase(Locale.ROOT) + officialName.substring(1);
            String owning = within.startsWith("el ") ? "del " + within.substring(3) : "de " + within;
            return new BodyName(officialName, within, owning);
        }
        String word = officialName.split("\\s+", 2)[0];
        boolean feminine = FEMININE.matcher(word).matches();
        return new BodyName(
                (feminine ? "La " : "El ") + officialName,
                (feminine ? "la " : "el ") + officialName,
                (feminine ? "de la " : "del ") + officialName);
    }
}
