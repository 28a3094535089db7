// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.platform.tabular.Problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table that came in. Cells are read by column name; a column that the table does not have reads as
 * missing.
 */
public final class TableRow {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]00:00(?::00)?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Set<String> TRUE = Set.of("true", "t", "1", "sí", "si", "s", "yes", "y", "verdadero", "x");
    private static final Set<String> FALSE = Set.of("false", "f", "0", "no", "n", "falso");
    private static final int QUOTED = 80;

    private final long number;
    private final Header header;
    private final List<@Nullable Object> cells;

    /** @param cells String, BigDecimal, LocalDateTime, Boolean, {@link ErrorCell} or null */
    TableRow(long number, Header header, List<@Nullable Object> cells) {
        this.number = number;
        this.header = header;
        this.cells = cells;
    }

    /** A cell that the sheet itself marks as failed, for instance {@code #REF!}. */
    record ErrorCell(String code) {}

    /** The line of the CSV file on which the row begins, or the row of the sheet, counted from 1. */
    public long number() {
        return number;
    }

    /** Problems of the row as a whole. */
    public List<Problem> problems() {
        int extra = cells.size();
        while (extra > header.size() && missing(cells.get(extra - 1))) {
            extra--;
        }
        return extra > header.size()
                ? List.of(Problem.of(number, "", Kind.TOO_MANY_CELLS, header.size(), extra))
                : List.of();
    }

    /** The cell as text without spaces around it. */
    public Parsed<String> text(String column) {
        return switch (cell(column)) {
            case null -> new Parsed.Missing<>();
            case ErrorCell error -> wrong(column, error);
            case Object cell -> new Parsed.Value<>(asText(cell));
        };
    }

    /** The cell as a number, with the column's decimal sign, see {@link TableReader#decimals}. */
    public Parsed<BigDecimal> decimal(String column) {
        return switch (cell(column)) {
            case null -> new Parsed.Missing<>();
            case ErrorCell error -> wrong(column, error);
            case BigDecimal value -> new Parsed.Value<>(value);
            case String text ->
                header.decimals(column)
                        .parse(text)
                        .<Parsed<BigDecimal>>map(Parsed.Value::new)
                        .orElseGet(() -> wrong(column, Kind.NOT_A_NUMBER, text));
            case Object other -> wrong(column, Kind.NOT_A_NUMBER, asText(other));
        };
    }

    /** The cell as a whole number. */
    public Parsed<BigInteger> integer(String column) {
        return switch (decimal(column)) {
            case Parsed.Missing<BigDecimal> none -> new Parsed.Missing<>();
            case Parsed.Wrong<BigDecimal> wrong -> new Parsed.Wrong<>(wrong.problem());
            case Parsed.Value<BigDecimal> found -> {
                BigDecimal plain = found.value().stripTrailingZeros();
                yield plain.scale() <= 0 && plain.precision() - plain.scale() <= 40
                        ? new Parsed.Value<>(plain.toBigIntegerExact())
                        : wrong(column, Kind.NOT_AN_INTEGER, asText(found.value()));
            }
        };
    }

    /** The cell as a day: a date cell, 2026-11-21, 21/11/2026, 21.11.2026 or 21-11-2026. */
    public Parsed<LocalDate> date(String column) {
        return switch (cell(column)) {
            case null -> new Parsed.Missing<>();
            case ErrorCell error -> wrong(column, error);
            case LocalDateTime time -> new Parsed.Value<>(time.toLocalDate());
            case Object cell -> date(column, asText(cell));
        };
    }

    /** The cell as yes or no, in Spanish or English. */
    public Parsed<Boolean> bool(String column) {
        Object cell = cell(column);
        if (cell == null) {
            return new Parsed.Missing<>();
        }
        if (cell instanceof ErrorCell error) {
            return wrong(column, error);
        }
        String text =
                cell instanceof Boolean bool ? bool.toString() : asText(cell).toLowerCase(Locale.ROOT);
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return new Parsed.Value<>(TRUE.contains(text));
        }
        return wrong(column, Kind.NOT_A_BOOLEAN, text);
    }

    private Parsed<LocalDate> date(String column, String text) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return new Parsed.Value<>(LocalDate.of(part(iso, 1), part(iso, 2), part(iso, 3)));
            }
            Matcher dayFirst = DAY_FIRST.matcher(text);
            if (dayFirst.matches()) {
                return new Parsed.Value<>(LocalDate.of(part(dayFirst, 3), part(dayFirst, 2), part(dayFirst, 1)));
            }
        } catch (DateTimeException e) {
            return wrong(column, Kind.NOT_A_DATE, text);
        }
        return wrong(column, Kind.NOT_A_DATE, text);
    }

    private static int part(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private @Nullable Object cell(String column) {
        int index = header.index(column);
        Object cell = index < 0 || index >= cells.size() ? null : cells.get(index);
        return missing(cell) ? null : cell instanceof String text ? text.strip() : cell;
    }

    static boolean missing(@Nullable Object cell) {
        return cell == null || cell instanceof String text && text.isBlank();
    }

    static String asText(Object cell) {
        return switch (cell) {
            case BigDecimal number -> number.toPlainString();
            case LocalDateTime time ->
                time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
            default -> cell.toString();
        };
    }

    private <T> Parsed<T> wrong(String column, ErrorCell error) {
        return wrong(column, Kind.ERROR_CELL, error.code());
    }

    private <T> Parsed<T> wrong(String column, Kind kind, String text) {
        String quoted = text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text;
        return new Parsed.Wrong<>(Problem.of(number, column, kind, quoted));
    }
}
