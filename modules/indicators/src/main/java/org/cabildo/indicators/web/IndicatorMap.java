// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import java.util.List;
import org.cabildo.platform.chart.MapFigure;

/**
 * An indicator by territory, in the words of a view.
 *
 * @param kind what the territories are, several of them, for instance "Distritos"
 * @param period the period of all values
 * @param sentence which is highest and which is lowest
 * @param figure nothing to draw when no territory has a boundary
 * @param legend classes from the lowest to the highest
 * @param rows territories from the highest value to the lowest, those without one last
 * @param missing how many have no value
 */
public record IndicatorMap(
        String kind,
        String period,
        String sentence,
        MapFigure figure,
        List<Entry> legend,
        List<Row> rows,
        int missing) {

    /** A class of the map: its colour and from where to where it goes. */
    public record Entry(String colour, String label) {}

    /** A territory: where its page is, its value in words. */
    public record Row(String name, String href, String value) {}
}
