// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.List;

/** A change that would leave a catalogue which does not hold together. */
public final class CatalogueRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    public CatalogueRefused(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
