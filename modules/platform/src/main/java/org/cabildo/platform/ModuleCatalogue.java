// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The modules of this installation, collected from their descriptors, and the rules of switching them. */
public final class ModuleCatalogue {

    private final List<ModuleDescriptor> modules;

    /** Checks that keys are unique, required modules exist and no two modules own the same path. */
    public ModuleCatalogue(List<ModuleDescriptor> descriptors) {
        this.modules = descriptors.stream()
                .sorted(Comparator.comparing(ModuleDescriptor::key))
                .toList();
        Set<String> keys = new TreeSet<>();
        for (ModuleDescriptor module : modules) {
            if (!keys.add(module.key())) {
                throw new IllegalStateException("Two modules have the key " + module.key());
            }
        }
        for (ModuleDescriptor module : modules) {
            if (!keys.containsAll(module.requires())) {
                throw new IllegalStateException("Module " + module.key() + " requires unknown " + module.requires());
            }
            for (String path : module.paths()) {
                if (modules.stream().filter(other -> other.owns(path)).count() > 1) {
                    throw new IllegalStateException("More than one module owns " + path);
                }
            }
        }
    }

    public List<ModuleDescriptor> all() {
        return modules;
    }

    public Optional<ModuleDescriptor> byKey(String key) {
        return modules.stream().filter(module -> module.key().equals(key)).findFirst();
    }

    /** The module that a path belongs to, if any. */
    public Optional<ModuleDescriptor> owning(String path) {
        return modules.stream().filter(module -> module.owns(path)).findFirst();
    }

    /** Whether a path belongs to a standard's protocol, where no form token is asked for and no page is cached. */
    public boolean speakToMachines(String path) {
        return modules.stream().anyMatch(module -> module.speaksToMachines(path));
    }

    /** The modules that have a switch on sites of this kind. */
    public List<ModuleDescriptor> switchable(SiteKind kind) {
        return modules.stream()
                .filter(module -> !module.core() && module.kinds().contains(kind))
                .toList();
    }

    /** What is really on: core modules of the kind and those chosen, without any whose requirements are off. */
    public Set<String> effective(SiteKind kind, Set<String> chosen) {
        Set<String> on = modules.stream()
                .filter(module -> module.kinds().contains(kind))
                .filter(module -> module.core() || chosen.contains(module.key()))
                .map(ModuleDescriptor::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        while (on.removeIf(key -> !on.containsAll(byKey(key).orElseThrow().requires()))) {
            // removing one may leave another without what it requires
        }
        return Set.copyOf(on);
    }

    /** The modules of a choice that lack something they require; switching to it is refused while there are any. */
    public List<ModuleDescriptor> unsatisfied(SiteKind kind, Set<String> chosen) {
        Set<String> on = effective(kind, chosen);
        return switchable(kind).stream()
                .filter(module -> chosen.contains(module.key()) && !on.contains(module.key()))
                .toList();
    }

    /** The modules that would stop working if this one were switched off. */
    public List<ModuleDescriptor> dependents(String key) {
        return modules.stream()
                .filter(module -> module.requires().contains(key))
                .toList();
    }
}
