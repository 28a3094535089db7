// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import org.cabildo.complaints.RequestFigures.Line;

/** Numbers of an office, a service or a territory, with the list that they count; empty without one. */
public record DashboardLine(String name, String href, Line line) {}
