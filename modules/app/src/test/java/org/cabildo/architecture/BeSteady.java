// SPDX-License-Identifier: Apache-2.0
package org.cabildo.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds for fields that never change, or change as a whole and are seen by all threads. */
final class BeSteady extends ArchCondition<JavaField> {

    BeSteady() {
        super("be final or volatile");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        boolean steady = field.getModifiers().contains(JavaModifier.FINAL)
                || field.getModifiers().contains(JavaModifier.VOLATILE);
        events.add(new SimpleConditionEvent(field, steady, field.getDescription() + " may change"));
    }
}
