// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.util.Arrays;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;

/** One method and pattern of the route table, with the rule that the application states for it. */
public record Route(String method, String pattern, Access rule) {

    /** Whether asking changes nothing. */
    public boolean reads() {
        return method.equals("GET");
    }

    public boolean hasVariables() {
        return pattern.contains("{");
    }

    boolean ofConsole() {
        return Arrays.equals(rule.on(), new SiteKind[] {SiteKind.CONSOLE});
    }

    /** The pattern with the names of its variables only. */
    String shape() {
        StringBuilder shape = new StringBuilder();
        int depth = 0;
        boolean named = false;
        for (char letter : pattern.toCharArray()) {
            if (letter == '}') {
                depth--;
            }
            named = depth > 0 && (named || letter == ':');
            if (!named) {
                shape.append(letter);
            }
            if (letter == '{') {
                depth++;
            }
        }
        return shape.toString();
    }

    /** Whether it answers with something else than a page. */
    boolean file() {
        return pattern.matches(
                ".*\\.(css|csv|xlsx|json|geojson|xml|txt|atom|ics|svg|jpg)|/assets/.*|/tema/.*|/archivos/.*|/api/.*|/open311/.*|.*/emblema|.*/datos[.].*|.*[.]zip|.*[.]\\{format.*");
    }

    /** Whether the route is there at all on a site. */
    boolean existsOn(Site site, ModuleCatalogue modules) {
        String path = pattern.replaceAll("\\{.*", "x");
        return Arrays.asList(rule.on()).contains(site.kind())
                && (site.kind() == SiteKind.CONSOLE
                        || modules.owning(path)
                                .map(ModuleDescriptor::key)
                                .map(site::has)
                                .orElse(true));
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
