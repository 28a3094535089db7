// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

/**
 * What a batch of rows came to.
 *
 * @param read rows of the batch
 * @param bad those with problems
 * @param problems how many problems were kept
 * @param last number of its last row
 */
record CheckedRows(int read, int bad, int problems, long last) {}
