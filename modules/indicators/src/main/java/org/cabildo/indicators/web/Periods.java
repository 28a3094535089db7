// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.cabildo.indicators.Period;
import org.cabildo.platform.web.View;

/** Periods in words. */
public final class Periods {

    private Periods() {}

    /** For instance {@code 2017}, {@code 2014–2017}, {@code 3.er trimestre de 2024}, {@code julio de 2024}. */
    public static String label(View view, Period period) {
        String text = period.text();
        if (text.matches("[0-9]{4}-[0-9]{4}")) {
            return text.replace('-', '–');
        }
        if (text.matches("[0-9]{4}-[SQ][1-4]")) {
            String kind = text.charAt(5) == 'S' ? "half" : "quarter";
            return view.msg("indicators.period." + kind + text.charAt(6), text.substring(0, 4));
        }
        if (text.length() == 7) {
            DateTimeFormatter month = DateTimeFormatter.ofPattern("MMMM", view.locale());
            return view.msg("indicators.period.month", YearMonth.parse(text).format(month), text.substring(0, 4));
        }
        return text.length() == 10 ? view.date(LocalDate.parse(text)) : text;
    }
}
