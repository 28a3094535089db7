// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

/**
 * How a text file with a table turned out to be written.
 *
 * @param encoding name of the character encoding, for instance {@code UTF-8} or {@code windows-1252}
 * @param separator what stands between cells
 */
public record TextForm(String encoding, char separator) {}
