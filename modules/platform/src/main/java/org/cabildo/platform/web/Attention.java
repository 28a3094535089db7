// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

/**
 * Something that waits for the person who looks at the workspace.
 *
 * @param text what it is, in one sentence
 * @param href where it is dealt with
 * @param action what happens there, for instance "Revisar los borradores"
 * @param tone how pressing it is
 */
public record Attention(String text, String href, String action, Tone tone) {}
