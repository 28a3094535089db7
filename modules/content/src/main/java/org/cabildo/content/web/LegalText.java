// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import java.util.List;

/** A page that is made from legal parameters, in sections. */
public record LegalText(String title, String summary, List<Section> sections) {

    /** The same as Markdown, for staff who want to write their own. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            text.append("## ").append(escaped(section.title())).append("\n\n");
            section.paragraphs()
                    .forEach(paragraph -> text.append(escaped(paragraph)).append("\n\n"));
            if (!section.email().isEmpty()) {
                text.append('<').append(section.email()).append(">\n\n");
            }
        }
        return text.toString().strip();
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }

    /** A heading, its paragraphs, and an address to write to, which may be empty. */
    public record Section(String title, List<String> paragraphs, String email) {

        Section at(String address) {
            return new Section(title, paragraphs, address);
        }
    }
}
