// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cabildo.networks.comparison.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Which municipalities a reader compares, as the address says it: {@code region}, {@code poblacion} (a band) and up to
 * five {@code con} codes that are pointed out.
 */
record Selection(String region, Band band, List<String> chosen) {

    static final int MOST = 5;

    /** Population bands, explainable to anybody; the ends belong to the lower band. */
    enum Band {
        ALL("", 0, Integer.MAX_VALUE),
        TO_5000("5000", 0, 5_000),
        TO_15000("15000", 5_000, 15_000),
        TO_50000("50000", 15_000, 50_000),
        TO_200000("200000", 50_000, 200_000),
        MORE("mas", 200_000, Integer.MAX_VALUE);

        final String code;
        private final int over;
        private final int upTo;

        Band(String code, int over, int upTo) {
            this.code = code;
            this.over = over;
            this.upTo = upTo;
        }

        static Band of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(band -> band.code.equals(code))
                    .findFirst()
                    .orElse(ALL);
        }

        boolean holds(Entity entity) {
            return this == ALL
                    || (entity.population() != null && entity.population() > over && entity.population() <= upTo);
        }
    }

    static Selection of(HttpServletRequest request) {
        String region = Optional.ofNullable(request.getParameter("region")).orElse("");
        String[] chosen = request.getParameterValues("con");
        return new Selection(
                region,
                Band.of(request.getParameter("poblacion")),
                chosen == null
                        ? List.of()
                        : Arrays.stream(chosen)
                                .filter(code -> code.matches("[0-9A-Za-z-]{1,20}"))
                                .distinct()
                                .limit(MOST)
                                .toList());
    }

    /** The entities of the peer group; those that the reader chose belong to it whatever their size. */
    List<Entity> of(List<Entity> all) {
        return all.stream()
                .filter(entity -> chosen.contains(entity.code())
                        || ((region.isEmpty() || entity.region().equals(region)) && band.holds(entity)))
                .toList();
    }

    boolean everybody() {
        return region.isEmpty() && band == Band.ALL;
    }

    /** The selection as a query, for downloads and maps of exactly what is shown; empty or starting with a question mark. */
    String query() {
        StringBuilder query = new StringBuilder();
        if (!region.isEmpty()) {
            append(query, "region", region);
        }
        if (band != Band.ALL) {
            append(query, "poblacion", band.code);
        }
        chosen.forEach(code -> append(query, "con", code));
        return query.toString();
    }

    /** The query with one more entity pointed out; the one pointed out first gives way to a sixth. */
    String queryWith(String code) {
        List<String> more = new java.util.ArrayList<>(chosen);
        more.remove(code);
        more.add(code);
        return new Selection(region, band, more.size() > MOST ? more.subList(1, more.size()) : more).query();
    }

    /** The query without an entity. */
    String queryWithout(String code) {
        return new Selection(
                        region,
                        band,
                        chosen.stream().filter(one -> !one.equals(code)).toList())
                .query();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
    }
}
