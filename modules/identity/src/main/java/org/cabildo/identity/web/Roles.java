// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import java.util.Collection;
import java.util.stream.Collectors;
import org.cabildo.platform.web.View;

/** Words for roles, on pages. */
public final class Roles {

    private Roles() {}

    public static String name(View view, String role) {
        return view.hasMsg("role." + role) ? view.msg("role." + role) : role;
    }

    public static String names(View view, Collection<String> roles) {
        return roles.stream().map(role -> name(view, role)).collect(Collectors.joining(", "));
    }
}
