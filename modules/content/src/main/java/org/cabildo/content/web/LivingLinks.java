// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.Site;
import org.springframework.stereotype.Component;

/** Takes links to modules that are off out of written texts; their words stay. */
@Component
class LivingLinks {

    private static final Pattern LINK = Pattern.compile("<a href=\"(/[^\"?#]*)[^>]*>(.*?)</a>", Pattern.DOTALL);

    private final ModuleCatalogue modules;

    LivingLinks(ModuleCatalogue modules) {
        this.modules = modules;
    }

    /** The HTML of a text with only those of its links that lead somewhere on this site. */
    String of(String html, Site site) {
        return LINK.matcher(html)
                .replaceAll(link -> Matcher.quoteReplacement(off(link.group(1), site) ? link.group(2) : link.group()));
    }

    private boolean off(String path, Site site) {
        return modules.owning(path).map(module -> !site.has(module.key())).orElse(false);
    }
}
