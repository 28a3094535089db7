// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import org.cabildo.platform.web.Tile;

/** An indicator in the list: its topic and its figure. */
public record FigureCard(String topic, Tile tile) {}
