// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.manifest;

import java.util.List;

/** A manifest is not valid. Each problem names file, place and remedy in English, for the operator's terminal. */
public class ManifestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ManifestRefused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
