// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.util.Map;

/**
 * A set of measures with its method, compared between the entities of a network.
 *
 * @param name by language tag
 * @param method how figures were chosen and composites are made, by language tag
 * @param fromMembers whether members publish the figures under consent; else they were imported
 */
public record Edition(
        String slug,
        Map<String, String> name,
        Map<String, String> method,
        boolean fromMembers,
        int order,
        boolean published) {}
