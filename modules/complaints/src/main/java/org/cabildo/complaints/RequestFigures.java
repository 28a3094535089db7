// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** Numbers of requests that everybody may see, kept by events. Called as the tenant. */
public interface RequestFigures {

    /** What numbers are told apart by. */
    enum By {
        /** Everything together, as one line without a code. */
        ALL,
        TERRITORY,
        AGENCY,
        SERVICE
    }

    /**
     * Numbers of a territory, an office or a service in a span of days.
     *
     * @param open how many are open now
     * @param late how many of the closed were closed after the promise
     * @param overdue how many of the open passed the promise
     * @param medianHours half were closed within so many hours; null with fewer than five
     * @param p90Hours nine of ten were closed within so many hours; null with fewer than five
     * @param rating mean of the ratings from 1 to 5; null with fewer than five
     */
    record Line(
            String code,
            long received,
            long closed,
            long late,
            long reopened,
            long open,
            long overdue,
            @Nullable Double medianHours,
            @Nullable Double p90Hours,
            long ratings,
            @Nullable Double rating) {}

    /** What came and what was closed in a month. */
    record Month(YearMonth month, long received, long closed) {}

    /** The lines of a span of whole months, both included, the largest first. */
    List<Line> lines(TenantId tenant, By by, YearMonth from, YearMonth until);

    /** Each month of a span, both included. */
    List<Month> months(TenantId tenant, YearMonth from, YearMonth until);

    /** How many were received and closed since a day, and how many are open. */
    Line since(TenantId tenant, LocalDate day);
}
