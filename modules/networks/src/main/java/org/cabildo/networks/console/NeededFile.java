// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.networks.importing.Recipe;
import org.cabildo.platform.web.View;

/** A file that a recipe names, and what is read from it. */
public record NeededFile(String name, String what) {

    static List<NeededFile> of(View view, Recipe recipe) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        note(files, recipe.entities().file(), view.msg("networks.console.needs.entities"));
        if (recipe.boundaries() != null) {
            note(files, recipe.boundaries().file(), view.msg("networks.console.needs.boundaries"));
        }
        if (recipe.dictionary() != null) {
            note(files, recipe.dictionary().file(), view.msg("networks.console.needs.measures"));
        }
        recipe.figures().forEach(one -> note(files, one.file(), view.msg("networks.console.needs.figures")));
        List<NeededFile> needed = new ArrayList<>();
        files.forEach((name, what) -> needed.add(new NeededFile(name, String.join(", ", what))));
        return needed;
    }

    private static void note(Map<String, List<String>> files, String name, String what) {
        files.computeIfAbsent(name, key -> new ArrayList<>()).add(what);
    }
}
