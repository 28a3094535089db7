// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cabildo.platform.Site;
import org.jspecify.annotations.Nullable;

/** Public pages of a module for the site maps; asked while the module is on, as the site's tenant. */
public interface SitemapSource {

    /** Key of the module. */
    String module();

    /** The addresses, most important first; at most 20 000. */
    List<Address> addresses(Site site);

    /**
     * A page of the site.
     *
     * @param path path without language
     * @param changed when it last changed, or null when that is not known
     * @param locales languages that it is written in; empty for all of the site
     */
    record Address(String path, @Nullable Instant changed, List<Locale> locales) {}
}
