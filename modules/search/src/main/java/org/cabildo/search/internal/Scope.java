// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;

/**
 * What a reader may find: the tenant's documents, of modules that are on, in one language each. Every question to an
 * engine carries it.
 *
 * @param reader language of the reader, which comes first
 * @param fallback the site's first language
 * @param modules keys of the modules that are on
 */
record Scope(TenantId tenant, String reader, String fallback, Set<String> modules) {

    static Scope of(Site site, Locale reader) {
        return new Scope(
                site.requireTenant(),
                reader.toLanguageTag(),
                site.defaultLocale().toLanguageTag(),
                new TreeSet<>(site.modules()));
    }
}
