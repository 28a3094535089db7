// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.time.Instant;

/**
 * What an article was after one of its changes.
 *
 * @param version the version that the change made
 * @param change {@code created}, {@code changed}, {@code published}, {@code withdrawn}, {@code removed} or {@code
 *     restored}
 * @param who who made it; may be empty
 */
public record Revision(int version, Instant at, String who, String change, Article article) {}
