// SPDX-License-Identifier: Apache-2.0
package org.cabildo.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.cabildo.platform.web.Access;

/** Holds for handlers with an access rule of their own or of their class. */
final class StateAccess extends ArchCondition<JavaMethod> {

    StateAccess() {
        super("state @Access on themselves or their class");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        boolean stated =
                method.isMetaAnnotatedWith(Access.class) || method.getOwner().isMetaAnnotatedWith(Access.class);
        events.add(new SimpleConditionEvent(method, stated, method.getDescription() + " has no @Access"));
    }
}
