// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import org.cabildo.content.Article;

/**
 * An article in another language beside the one that is written.
 *
 * @param html its text, which has passed Markdown's allow list
 */
public record Reference(String language, Article article, String html) {}
