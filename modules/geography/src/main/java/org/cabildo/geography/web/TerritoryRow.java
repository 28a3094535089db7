// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.web;

/**
 * A territory in a list, in the words of a view.
 *
 * @param depth how many territories it lies in, at most three
 * @param population with the separators of the country, or empty
 * @param validity since when and until when it exists, or empty
 * @param drawn whether it has a boundary
 */
public record TerritoryRow(
        String code, String name, String kind, int depth, String population, String validity, boolean drawn) {}
