// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

/** A colour of the preview and what it stands for. */
public record ImportColour(String fill, String label, long count) {}
