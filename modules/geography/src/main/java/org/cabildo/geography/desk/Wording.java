// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

/** Words for a level in one language, as they were typed. */
public record Wording(String tag, String language, String name, String plural) {}
