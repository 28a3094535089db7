// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import org.cabildo.platform.web.Moment;

/**
 * A change in the history of an article.
 *
 * @param current whether it is the last one
 */
public record RevisionRow(Moment moment, int version, boolean current) {}
