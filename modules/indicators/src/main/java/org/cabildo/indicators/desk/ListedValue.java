// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.desk;

/** A line of the list of an indicator's values; {@code href} leads to its correction and history. */
public record ListedValue(
        String period, String series, String value, String source, String note, int version, String href) {}
