// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** The indicators of a tenant. Called as the tenant. */
public interface Indicators {

    /** All indicators by their order; with drafts for staff only. */
    List<Indicator> all(TenantId tenant, boolean drafts);

    Optional<Indicator> find(TenantId tenant, String code);

    /** Makes or changes an indicator, by its code. Repeating changes nothing. */
    void save(TenantId tenant, Indicator indicator, Actor actor);

    /** Removes an indicator with its observations; the record of both stays in the audit. */
    void remove(TenantId tenant, String code, Actor actor);

    /**
     * The observations of an indicator, all series, by territory, breakdown and period.
     *
     * @param knownAt as they were known at that time; null: now
     */
    List<Observation> observations(TenantId tenant, String code, @Nullable Instant knownAt);

    /** Observations of an indicator as they are known now: newest period first, the total before its parts. */
    List<Observation> newest(TenantId tenant, String code, @Nullable Place after, int atMost);

    /** How many observations of an indicator are known now. */
    int count(TenantId tenant, String code);

    /** Behind which observation a list goes on. */
    record Place(String period, String territory, String breakdown) {}

    /** The headline series of several indicators, by code and period. */
    List<Observation> headlines(TenantId tenant, Collection<String> codes);

    /** The published indicators that have something to say of a part of the municipality, by their order. */
    List<Indicator> about(TenantId tenant, String territory);

    /** Every version of one observation, newest first. */
    List<Observation> history(TenantId tenant, Series series, Period period);

    /**
     * Records values. One that equals what is known changes nothing; any other becomes a new version.
     *
     * @return how many were new or different
     * @throws java.util.NoSuchElementException when an indicator does not exist
     */
    int record(TenantId tenant, Collection<Observation.Recorded> values, Actor actor);
}
