// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.web;

import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.View;

/**
 * A value of a facet as a link with its count.
 *
 * @param href the question with this value, or without it where it is chosen already
 */
public record Choice(String label, String href, long count, boolean current) {

    /** The same as an entry of tabs. */
    public NavLink tab(View view) {
        return new NavLink(label + " (" + view.number(count, 0) + ")", href, "", current);
    }
}
