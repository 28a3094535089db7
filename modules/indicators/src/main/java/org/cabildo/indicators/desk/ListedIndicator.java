// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.desk;

import org.cabildo.platform.web.Tone;

/** A line of the list of indicators. */
public record ListedIndicator(
        String code, String name, String topic, String value, String period, String state, Tone tone) {}
