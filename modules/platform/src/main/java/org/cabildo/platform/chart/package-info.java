// SPDX-License-Identifier: Apache-2.0
/**
 * Geometry of charts and maps that the server draws as SVG. Horizontal positions are percentages, so that a chart is as
 * wide as its column and its words keep their size on a phone; vertical ones are pixels. Missing values are gaps.
 */
@NullMarked
package org.cabildo.platform.chart;

import org.jspecify.annotations.NullMarked;
