// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Short names of tenants: the first label of their hosts. */
final class ShortNames {

    static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,38}[a-z0-9]");

    private static final Set<String> RESERVED = Set.of("api", "console", "id", "status", "www");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 36; // leaves room for a number

    private ShortNames() {}

    static boolean fits(String slug) {
        return FORM.matcher(slug).matches() && !RESERVED.contains(slug);
    }

    /** A free short name made from a name; a number is added where somebody has it already. */
    static String proposed(String name, Predicate<String> taken) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String base = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
        if (base.length() < 3) {
            base = (base + "-municipio").replaceFirst("^-", "");
        }
        String proposal = base;
        for (int number = 2; taken.test(proposal) || RESERVED.contains(proposal); number++) {
            proposal = base + "-" + number;
        }
        return proposal;
    }
}
