// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.List;

/** A thing of the catalogue in a list. */
public record Line(String code, String title, List<String> cells) {}
