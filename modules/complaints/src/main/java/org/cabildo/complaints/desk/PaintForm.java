// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.Worklist.Rectangle;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/** Rectangles of a picture as they were typed: each in percent from the left, from the top, wide and high. */
public record PaintForm(List<Row> rows) {

    private static final int MOST = 20;
    private static final int TEN = 10;

    /** One rectangle as it was typed. */
    public record Row(String x, String y, String width, String height) {

        static final Row EMPTY = new Row("", "", "", "");

        boolean blank() {
            return equals(EMPTY);
        }

        @Nullable
        Rectangle rectangle() {
            try {
                int left = thousandths(x);
                int top = thousandths(y);
                return new Rectangle(
                        left,
                        top,
                        Math.min(thousandths(width), 1_000 - left),
                        Math.min(thousandths(height), 1_000 - top));
            } catch (IllegalArgumentException exception) {
                return null;
            }
        }

        private static int thousandths(String percent) {
            return new BigDecimal(percent.replace(',', '.'))
                    .multiply(BigDecimal.TEN)
                    .intValue();
        }
    }

    static PaintForm of(List<Rectangle> rectangles) {
        return new PaintForm(rectangles.stream()
                .map(one -> new Row(percent(one.x()), percent(one.y()), percent(one.width()), percent(one.height())))
                .toList());
    }

    private static String percent(int thousandths) {
        return BigDecimal.valueOf(thousandths)
                .divide(BigDecimal.valueOf(TEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    static PaintForm of(HttpServletRequest request) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Row row = new Row(
                    Typed.line(request, "x" + i),
                    Typed.line(request, "y" + i),
                    Typed.line(request, "w" + i),
                    Typed.line(request, "h" + i));
            if (!row.blank()) {
                rows.add(row);
            }
        }
        return new PaintForm(rows);
    }

    Map<String, String> errors(View view) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).rectangle() == null) {
                errors.put("x" + i, view.msg("complaints.desk.rectangleError", i + 1));
            }
        }
        return errors;
    }

    List<Rectangle> rectangles() {
        return rows.stream()
                .map(Row::rectangle)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
