// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.util.List;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The editions of a network as those who make them see them, drafts too. Called as the network. Every change is audited
 * and members answer again. Changes throw {@link EditionRefused} where the edition's state speaks against them: a frozen
 * one keeps its measures, method and period, a published one is not removed, imported ones are made by their import.
 */
public interface Editions {

    /** All editions in their order. */
    List<Edition> all(TenantId network);

    Optional<Edition> find(TenantId network, String slug);

    /** The measures of an edition in their order. */
    List<Measure> measures(TenantId network, String edition);

    /** What members are asked for, by edition and order. */
    List<Asked> asked(TenantId network);

    /** Makes an edition, the last in order; with the measures of another when that is named. */
    void create(TenantId network, Edition edition, @Nullable String copyOf, Actor actor);

    /** Changes name, method and period. */
    void change(TenantId network, Edition edition, Actor actor);

    /** Adds a measure, the last in order, or changes the one with its code. */
    void put(TenantId network, String edition, Measure measure, Actor actor);

    /** Moves a measure by as many places, down when positive. */
    void move(TenantId network, String edition, String code, int places, Actor actor);

    /** Removes a measure with its figures. */
    void removeMeasure(TenantId network, String edition, String code, Actor actor);

    /** Fixes measures, method and period for good, and asks members for the figures. */
    void freeze(TenantId network, String edition, Actor actor);

    /** Shows an edition to the public, or hides it. */
    void publish(TenantId network, String edition, boolean published, Actor actor);

    /** Removes an edition with its figures. */
    void remove(TenantId network, String edition, Actor actor);
}
