// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which sign separates decimals; the other one, a space or an apostrophe may group thousands. */
public enum DecimalStyle {
    POINT("\\.", ","),
    COMMA(",", "\\.");

    private static final int LONGEST = 60;

    private final Pattern form;

    DecimalStyle(String decimal, String group) {
        String sign = "[+\\-\u2212]?";
        String fraction = "(?:" + decimal + "\\d+)?";
        String grouped = "\\d{1,3}(?:[" + group + "' \u00A0\u202F]\\d{3})+";
        form = Pattern.compile(sign + "(?:" + grouped + "|\\d+)" + fraction + "(?:[eE][+\\-]?\\d{1,3})?");
    }

    /** The number that a text is in this style, or empty. */
    public Optional<BigDecimal> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST || !form.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        String plain = trimmed.replace('\u2212', '-').replaceAll("[' \u00A0\u202F]", "");
        return Optional.of(new BigDecimal(
                this == POINT ? plain.replace(",", "") : plain.replace(".", "").replace(',', '.')));
    }

    /**
     * The style in which a column's texts are numbers. Texts such as 1.234, which are numbers in both, decide nothing;
     * if none decides, or the texts contradict each other, the answer is {@code otherwise}.
     */
    static DecimalStyle guess(Iterable<String> texts, DecimalStyle otherwise) {
        int points = 0;
        int commas = 0;
        for (String text : texts) {
            boolean point = POINT.parse(text).isPresent();
            boolean comma = COMMA.parse(text).isPresent();
            points += point && !comma ? 1 : 0;
            commas += comma && !point ? 1 : 0;
        }
        return points == commas ? otherwise : points > commas ? POINT : COMMA;
    }
}
