// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

/** Texts in XML. */
final class Xml {

    private Xml() {}

    /** A text for an element or an attribute: escaped, without what XML forbids. */
    static String text(String text) {
        return text.replaceAll("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
