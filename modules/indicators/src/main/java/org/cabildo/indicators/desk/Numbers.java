// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.desk;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Optional;
import org.cabildo.platform.tabular.DecimalStyle;
import org.cabildo.platform.web.View;

/** Numbers as people of the site write them. */
final class Numbers {

    private static final int MOST_DIGITS = 25;

    private Numbers() {}

    /** Whether the site writes decimals with a comma. */
    static DecimalStyle style(View view) {
        return DecimalFormatSymbols.getInstance(view.site().defaultLocale()).getDecimalSeparator() == ','
                ? DecimalStyle.COMMA
                : DecimalStyle.POINT;
    }

    /** The number as the site writes it, else as the other half of the world does. */
    static Optional<BigDecimal> read(View view, String text) {
        DecimalStyle usual = style(view);
        DecimalStyle other = usual == DecimalStyle.COMMA ? DecimalStyle.POINT : DecimalStyle.COMMA;
        return usual.parse(text)
                .or(() -> other.parse(text))
                .filter(number -> number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= MOST_DIGITS);
    }

    /** The exact number with the site's decimal sign, without groups. */
    static String write(View view, BigDecimal number) {
        String plain = number.toPlainString();
        return style(view) == DecimalStyle.COMMA ? plain.replace('.', ',') : plain;
    }
}
