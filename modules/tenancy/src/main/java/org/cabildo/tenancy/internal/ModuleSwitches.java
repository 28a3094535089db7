// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.SiteKind;
import org.cabildo.tenancy.Outcome.Problem;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** The rules of switching modules, with an explanation where a choice is refused. */
@Component
class ModuleSwitches {

    private final ModuleCatalogue modules;

    ModuleSwitches(ModuleCatalogue modules) {
        this.modules = modules;
    }

    /** The modules that are chosen: what is set, and the default of what is not. */
    Set<String> chosen(SiteKind kind, Map<String, Boolean> set) {
        return modules.switchable(kind).stream()
                .filter(module -> set.getOrDefault(module.key(), module.onByDefault()))
                .map(ModuleDescriptor::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The modules that are on in a new tenant of the kind. */
    Set<String> initial(SiteKind kind) {
        return chosen(kind, Map.of());
    }

    /** The document's switches for a choice; those of modules that are not installed stay as they were. */
    Map<String, Object> switches(SiteKind kind, Map<String, Boolean> before, Set<String> on) {
        Map<String, Object> switches = new TreeMap<>(before);
        modules.switchable(kind).forEach(module -> switches.put(module.key(), on.contains(module.key())));
        return new LinkedHashMap<>(switches);
    }

    /** The document's switches after a choice: only those that turn are set, the others stay as they were. */
    Map<String, Object> turned(SiteKind kind, Map<String, Boolean> before, Set<String> on) {
        Set<String> chosen = chosen(kind, before);
        Map<String, Object> switches = new TreeMap<>(before);
        modules.switchable(kind).stream()
                .map(ModuleDescriptor::key)
                .filter(key -> chosen.contains(key) != on.contains(key))
                .forEach(key -> switches.put(key, on.contains(key)));
        return new LinkedHashMap<>(switches);
    }

    /** What speaks against a choice. */
    List<Problem> problems(SiteKind kind, Set<String> on) {
        List<Problem> problems = new ArrayList<>();
        Set<String> known =
                modules.switchable(kind).stream().map(ModuleDescriptor::key).collect(Collectors.toSet());
        on.stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(ProfileCheck.of("modules." + key, "noModule", key)));
        Set<String> effective = modules.effective(kind, on);
        for (ModuleDescriptor module : modules.unsatisfied(kind, on)) {
            Set<String> missing = new TreeSet<>(module.requires());
            missing.removeAll(effective);
            problems.add(ProfileCheck.of(
                    "modules." + module.key(),
                    "moduleNeeds",
                    name(module.key()),
                    name(missing.iterator().next())));
        }
        return problems;
    }

    /** Why one module can't be switched off while others that are on need it. */
    List<Problem> neededBy(String key, Set<String> on) {
        return modules.dependents(key).stream()
                .filter(module -> on.contains(module.key()))
                .map(module -> ProfileCheck.of("modules." + key, "moduleNeeded", name(key), name(module.key())))
                .limit(1)
                .toList();
    }

    private static MessageSourceResolvable name(String key) {
        return new DefaultMessageSourceResolvable(new String[] {"module." + key + ".name"}, key);
    }
}
