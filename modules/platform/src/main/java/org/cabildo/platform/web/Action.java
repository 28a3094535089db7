// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

/**
 * Something that people can do from here: a link that looks like a button or a card.
 *
 * @param label says what happens, starts with a verb
 * @param text a sentence more; empty for none
 * @param icon name in the sprite; empty for none
 */
public record Action(String label, String href, String text, String icon) {

    public static Action of(String label, String href, String icon) {
        return new Action(label, href, "", icon);
    }
}
