// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import did.
 *
 * @param counts how many by name, in the order in which they are told
 * @param touched what it touched, for links; not necessarily all
 */
public record Outcome(Map<String, Long> counts, List<String> touched) {

    public Outcome {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        touched = List.copyOf(touched);
    }
}
