// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

import java.util.List;
import org.cabildo.platform.web.Tone;

/** A feature in the report, in the words of a view. */
public record ImportLine(int place, String code, String name, String effect, Tone tone, List<String> problems) {}
