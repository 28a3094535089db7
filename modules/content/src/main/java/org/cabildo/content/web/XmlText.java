// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

/** Writes small XML documents. Texts and attributes are escaped; characters that XML forbids are left out. */
final class XmlText {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /** Opens an element with attributes, given as names and values in turn. */
    XmlText open(String name, String... attributes) {
        start(name, attributes);
        out.append(">\n");
        return this;
    }

    XmlText close(String name) {
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** An element with nothing in it. */
    XmlText empty(String name, String... attributes) {
        start(name, attributes);
        out.append("/>\n");
        return this;
    }

    /** An element with text. */
    XmlText text(String name, String text, String... attributes) {
        start(name, attributes);
        out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
        return this;
    }

    private void start(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
    }

    private static String escaped(String text) {
        return text.replaceAll("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
