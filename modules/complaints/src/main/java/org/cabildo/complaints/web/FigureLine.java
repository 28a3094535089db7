// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import org.cabildo.complaints.RequestFigures.Line;

/**
 * A line of the statistics in words; what too few people stand for is empty.
 *
 * @param href the list of what it counts, or empty
 */
public record FigureLine(
        String name, String href, Line line, String median, String p90, String inTime, String rating) {}
