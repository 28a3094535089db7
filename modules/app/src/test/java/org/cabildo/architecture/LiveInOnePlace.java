// SPDX-License-Identifier: Apache-2.0
package org.cabildo.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds for types whose package is filled by one jar or folder only. */
final class LiveInOnePlace extends ArchCondition<JavaClass> {

    private final Map<String, Set<String>> places = new TreeMap<>();

    LiveInOnePlace() {
        super("live in a package that one artifact fills");
    }

    @Override
    public void init(Collection<JavaClass> all) {
        places.clear();
        for (JavaClass type : all) {
            type.getSource()
                    .ifPresent(source -> places.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                            .add(artifact(source.getUri().toString(), type)));
        }
    }

    private static String artifact(String address, JavaClass type) {
        return address.substring(0, address.lastIndexOf(type.getPackageName().replace('.', '/')));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Set<String> found = places.getOrDefault(type.getPackageName(), Set.of());
        events.add(new SimpleConditionEvent(
                type, found.size() <= 1, type.getPackageName() + " is filled by " + String.join(" and ", found)));
    }
}
