// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A municipality that a network compares; it need not be a tenant.
 *
 * @param code official code of its territory; names repeat, codes don't
 * @param region department, state or province, or empty
 * @param population inhabitants, or null where not known
 * @param shape GeoJSON (RFC 7946) Polygon or MultiPolygon, or empty
 */
public record Entity(
        String code, String name, String region, @Nullable Integer population, String shape) {}
