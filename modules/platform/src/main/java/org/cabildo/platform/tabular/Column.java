// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that goes out. In any column null means that the value is missing: an empty cell, JSON null,
 * never zero.
 *
 * @param key stable name for machines, the header in CSV and the property in JSON
 * @param title name for people, the header in spreadsheets
 * @param type what the cells hold
 */
public record Column(String key, String title, Type type) {

    /** What cells hold. */
    public enum Type {
        /** {@link CharSequence}, enum or anything else with a meaningful {@code toString}. */
        TEXT,
        /** {@link Long}, {@link Integer}, {@link Short} or {@link BigInteger}. */
        INTEGER,
        /** {@link BigDecimal}, {@link Double}, {@link Float} or an integer. */
        DECIMAL,
        /** {@link LocalDate}. */
        DATE,
        /** {@link Instant}, written in the table's zone. */
        INSTANT,
        /** {@link Boolean}. */
        BOOLEAN
    }

    public static Column text(String key, String title) {
        return new Column(key, title, Type.TEXT);
    }

    public static Column integer(String key, String title) {
        return new Column(key, title, Type.INTEGER);
    }

    public static Column decimal(String key, String title) {
        return new Column(key, title, Type.DECIMAL);
    }

    public static Column date(String key, String title) {
        return new Column(key, title, Type.DATE);
    }

    public static Column instant(String key, String title) {
        return new Column(key, title, Type.INSTANT);
    }

    public static Column bool(String key, String title) {
        return new Column(key, title, Type.BOOLEAN);
    }

    /**
     * The cell in its plainest form: null, String, BigDecimal, LocalDate, Instant or Boolean.
     *
     * @throws IllegalArgumentException when the value does not belong in this column
     */
    @Nullable
    Object plain(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> value.toString();
            case INTEGER -> integer(value);
            case DECIMAL -> decimal(value);
            case DATE -> require(LocalDate.class, value);
            case INSTANT -> require(Instant.class, value);
            case BOOLEAN -> require(Boolean.class, value);
        };
    }

    private BigDecimal integer(Object value) {
        return switch (value) {
            case Long n -> BigDecimal.valueOf(n);
            case Integer n -> BigDecimal.valueOf(n);
            case Short n -> BigDecimal.valueOf(n);
            case BigInteger n -> new BigDecimal(n);
            default -> throw misfit(value);
        };
    }

    private @Nullable BigDecimal decimal(Object value) {
        return switch (value) {
            case BigDecimal n -> n;
            case Double n -> Double.isFinite(n) ? BigDecimal.valueOf(n) : null;
            case Float n -> Float.isFinite(n) ? new BigDecimal(n.toString()) : null;
            default -> integer(value);
        };
    }

    private Object require(Class<?> expected, Object value) {
        if (!expected.isInstance(value)) {
            throw misfit(value);
        }
        return value;
    }

    private IllegalArgumentException misfit(Object value) {
        return new IllegalArgumentException(
                "Column " + key + " holds " + type + ", not " + value.getClass().getName());
    }
}
