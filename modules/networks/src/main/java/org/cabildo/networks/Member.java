// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks;

import java.util.Locale;

/**
 * A municipality that belongs to a network, as the registry describes it.
 *
 * @param slug its short name in this installation
 * @param name short public name
 * @param officialName full name of the public body
 * @param country ISO 3166-1 alpha-2 code
 * @param territoryCode official code of its territory
 * @param region name of its department, state or province; empty when the code does not say it
 * @param portal address of its portal while that is open to the public; empty otherwise
 * @param emblem whether it has an emblem to show
 */
public record Member(
        String slug,
        String name,
        String officialName,
        String country,
        String territoryCode,
        String region,
        String portal,
        boolean emblem) {

    /** The country's name in a language. */
    public String country(Locale language) {
        return Locale.of("", country).getDisplayCountry(language);
    }

    /** Where the network's own page says more of it. */
    public String path() {
        return "/miembros#" + slug;
    }
}
