// SPDX-License-Identifier: Apache-2.0
package org.cabildo.leaks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.identity.Memberships;

/** The people of the leak matrix, each with an account; who they are depends on the site that they meet. */
enum Cast {
    ANONYMOUS,
    CITIZEN,
    EDITOR_HERE,
    ADMINISTRATOR_HERE,
    EDITOR_THERE,
    ADMINISTRATOR_THERE,
    OPERATOR;

    /** Signs everybody in on a host; what they may do is up to the site. */
    static Map<Cast, Visitor> at(Installation installation, String host) {
        Map<Cast, Visitor> visitors = new LinkedHashMap<>();
        for (Cast member : values()) {
            Visitor visitor = installation.at(host);
            visitors.put(member, member == ANONYMOUS ? visitor : visitor.signIn(member.person()));
        }
        return visitors;
    }

    static void enrol(Installation installation, String here, String there) {
        installation.enrol(EDITOR_HERE.person(), here, "editor");
        installation.enrol(ADMINISTRATOR_HERE.person(), here, Memberships.ADMINISTRATOR);
        installation.enrol(EDITOR_THERE.person(), there, "editor");
        installation.enrol(ADMINISTRATOR_THERE.person(), there, Memberships.ADMINISTRATOR);
    }

    Person person() {
        return this == OPERATOR
                ? Person.OPERATOR
                : Person.named(name().toLowerCase().replace('_', ' '));
    }
}
