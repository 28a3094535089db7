// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.platform.TenantId;

/** What a network compares. Called as the network. */
public interface Comparisons {

    /** Published editions in their order. */
    List<Edition> editions(TenantId network);

    /** A published edition. */
    Optional<Edition> edition(TenantId network, String slug);

    /** The measures of an edition in their order. */
    List<Measure> measures(TenantId network, String edition);

    /** A measure of a published edition, or its composite, between everybody; empty when there is no such thing. */
    Optional<Compared> compared(TenantId network, String edition, String code);

    /** Everybody who is compared, by name; without boundaries, which are many bytes. */
    List<Entity> entities(TenantId network);

    /** Everybody who is compared, with boundaries. */
    List<Entity> shapes(TenantId network);

    /** Whether any entity has a boundary to draw. */
    boolean mapped(TenantId network);

    /** The figures of one measure. */
    List<Figure> figures(TenantId network, String edition, String measure);

    /** The composites of an edition by entity, without their topics; entities without any value are absent. */
    Map<String, Composite> composites(TenantId network, String edition);

    /** Where some entities stand under every measure of an edition; without those that have no value. */
    List<Standing> standings(TenantId network, String edition, Collection<String> entities);

    /** The figures of an edition, all measures. */
    List<Figure> allFigures(TenantId network, String edition);
}
