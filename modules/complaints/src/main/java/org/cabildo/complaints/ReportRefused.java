// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.Map;
import java.util.TreeMap;

/** A report that cannot be taken, with the field and the key of the message that says why. */
public final class ReportRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Map<String, String> problems;

    public ReportRefused(Map<String, String> problems) {
        super(problems.toString());
        this.problems = new TreeMap<>(problems);
    }

    /**
     * Message keys by field: {@code service}, {@code place}, {@code description}, {@code email} and {@code
     * attribute[<code>]}.
     */
    public Map<String, String> problems() {
        return problems;
    }
}
