// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

/**
 * What a mail says of something that happened, in one language.
 *
 * @param subject of a mail that tells nothing else
 * @param heading what it happened to; notices with the same heading stand together in a daily mail
 * @param text what happened, one or a few sentences
 * @param quote somebody's own words; may be empty
 * @param path where to read on, on the tenant's site
 */
public record Notice(String subject, String heading, String text, String quote, String path) {}
