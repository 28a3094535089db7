// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Component;

/** The installation's modules as the people of a site see them. */
@Component
class ModuleCards {

    private final ModuleCatalogue modules;

    ModuleCards(ModuleCatalogue modules) {
        this.modules = modules;
    }

    /** The modules that have a switch here, by name. */
    List<ModuleCard> switchable(View view) {
        return cards(view, modules.switchable(view.site().kind()));
    }

    /** The modules that are always on and that people know by a summary. */
    List<ModuleCard> always(View view) {
        return cards(
                view,
                modules.all().stream()
                        .filter(ModuleDescriptor::core)
                        .filter(module -> view.site().has(module.key()))
                        .filter(module -> view.hasMsg("module." + module.key() + ".summary"))
                        .toList());
    }

    Optional<ModuleCard> one(View view, String key) {
        return switchable(view).stream().filter(card -> card.key().equals(key)).findFirst();
    }

    private List<ModuleCard> cards(View view, List<ModuleDescriptor> some) {
        return some.stream()
                .map(module -> card(view, module))
                .sorted(Comparator.comparing(ModuleCard::name))
                .toList();
    }

    private ModuleCard card(View view, ModuleDescriptor module) {
        String summary = "module." + module.key() + ".summary";
        return new ModuleCard(
                module,
                name(view, module.key()),
                view.hasMsg(summary) ? view.msg(summary) : "",
                view.site().has(module.key()),
                module.requires().stream().map(key -> name(view, key)).sorted().toList(),
                module.requires().stream()
                        .filter(key -> !view.site().has(key))
                        .map(key -> name(view, key))
                        .sorted()
                        .toList(),
                modules.dependents(module.key()).stream()
                        .filter(other -> view.site().has(other.key()))
                        .map(other -> name(view, other.key()))
                        .sorted()
                        .toList());
    }

    private static String name(View view, String key) {
        String name = "module." + key + ".name";
        return view.hasMsg(name) ? view.msg(name) : key;
    }
}
