// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

/** Makes texts fit to be stored and shown. */
final class Texts {

    private Texts() {}

    /** Without control characters and those that stand for marks. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Co}&&[^\\n\\t]]+", " ").strip();
    }
}
